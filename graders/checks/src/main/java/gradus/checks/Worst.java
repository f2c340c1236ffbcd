package gradus.checks;

import java.util.List;

/**
 * The entry that is furthest off.
 *
 * @param index where it stands; empty for a scalar
 * @param relativeError the difference divided by the larger magnitude of the two, NaN where one is not finite
 */
public record Worst(List<Integer> index, double expected, double actual, double relativeError) {}
