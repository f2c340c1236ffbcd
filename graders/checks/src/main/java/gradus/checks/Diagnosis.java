package gradus.checks;

/**
 * Why a row is wrong, said only where it fits every number that was seen.
 *
 * @param misconception id in the catalogue of mistakes, such as {@code AF-05}, or the name of a pattern, such as {@code sign}
 * @param message what is the case
 * @param hint a direction, never the code
 */
public record Diagnosis(String misconception, String message, String hint) {}
