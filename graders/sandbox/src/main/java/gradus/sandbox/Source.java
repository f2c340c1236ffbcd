package gradus.sandbox;

/**
 * One Java file of a submission.
 *
 * @param path where it lies in the submission, for messages; it need not fit the type in it
 */
public record Source(String path, String text) {}
