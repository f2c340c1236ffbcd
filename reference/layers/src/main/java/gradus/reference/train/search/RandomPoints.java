package gradus.reference.train.search;

import gradus.tensor.Seed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Random search: settings drawn at random from a range for each hyperparameter, so that n trainings try n values of
 * each.
 *
 * <p>Source: lecture 6; Bergstra and Bengio (2012).
 */
public record RandomPoints(Map<String, Range> ranges) {
    public RandomPoints {
        ranges = Map.copyOf(ranges);
    }

    /**
     * Returns {@code count} settings; the i-th value of a hyperparameter is by number i of {@code seed.named(name)}.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public List<Setting> settings(int count, Seed seed) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "RandomPoints.settings: count: expected 0 or more but got " + count + ".");
        }
        return IntStream.range(0, count).mapToObj(i -> setting(i, seed)).toList();
    }

    private Setting setting(int i, Seed seed) {
        Map<String, Double> values = new HashMap<>();
        ranges.forEach(
                (name, range) -> values.put(name, range.at(seed.named(name).uniform(i))));
        return new Setting(values);
    }
}
