package gradus.report;

/** A stranger's text, made harmless to show: no escape sequences, no control or direction marks but line breaks and tabs. */
final class Plain {

    /** CSI sequences (colours, cursor moves), OSC sequences (titles, links) and two-character escapes. */
    private static final String ANSI =
            "\u001b(?:\\[[0-?]*+[ -/]*+[@-~]|\\][^\u0007\u001b]*+(?:\u0007|\u001b\\\\)?|[@-Z\\\\-_])?";

    private Plain() {}

    static String text(String text) {
        return text.replaceAll(ANSI, "").replace("\r\n", "\n").replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\n\t]]", "\uFFFD");
    }
}
