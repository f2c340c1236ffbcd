package gradus.report;

/** A stranger's text, made harmless to show: no escape sequences, no control characters, no marks that turn the direction of writing. */
public final class Plain {

    /** CSI sequences (colours, cursor moves), OSC sequences (titles, links) and two-character escapes. */
    private static final String ANSI =
            "\u001b(?:\\[[0-?]*+[ -/]*+[@-~]|\\][^\u0007\u001b]*+(?:\u0007|\u001b\\\\)?|[@-Z\\\\-_])?";

    private static final String UNPRINTABLE = "[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029&&[^\n\t]]";

    private Plain() {}

    /** Keeps line breaks and tabs. */
    public static String text(String text) {
        return text.replaceAll(ANSI, "").replace("\r\n", "\n").replaceAll(UNPRINTABLE, "\uFFFD");
    }

    /** Puts all of it on one line. */
    public static String line(String text) {
        return text(text).replaceAll("[\n\t]+", " ");
    }
}
