package gradus.sandbox;

/**
 * Why something does not compile.
 *
 * @param path the source's path
 * @param line from 1, or 0 if the problem has no place
 * @param column from 1, or 0
 * @param message the compiler's sentence, in English
 */
public record Problem(String path, long line, long column, String message) {
    @Override
    public String toString() {
        return line == 0 ? path + ": " + message : path + ":" + line + ": " + message;
    }
}
