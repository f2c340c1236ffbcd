package gradus.grader;

/**
 * One Java file that was handed in.
 *
 * @param path where it lay in the submission, with forward slashes
 * @param text its text, decoded, without a byte order mark
 */
public record Source(String path, String text) {

    /** Returns the package and the types that the text declares. */
    public Declarations declarations() {
        return Declarations.of(text);
    }

    /** Returns the last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
