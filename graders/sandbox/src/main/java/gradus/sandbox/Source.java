package gradus.sandbox;

/**
 * One Java file of a submission.
 *
 * @param path where it lies in the submission, for messages; it need not fit the type in it
 */
public record Source(String path, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public Source {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
