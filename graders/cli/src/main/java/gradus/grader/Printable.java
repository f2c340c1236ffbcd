package gradus.grader;

/** Text of a stranger, made fit for a terminal and a report. */
final class Printable {

    private Printable() {}

    /** Returns the text on one line: every control or format character (and so every escape sequence) becomes a question mark. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "?");
    }
}
