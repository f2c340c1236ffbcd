package gradus.reference.train.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of some values of each hyperparameter. With v values for each of h hyperparameters these are vʰ
 * trainings, and a hyperparameter that turns out not to matter repeats all the others v times; {@link RandomPoints}
 * does not.
 *
 * <p>Source: lecture 6.
 */
public record Grid(Map<String, List<Double>> values) {
    /** For a first, coarse search: rates 0.1 to 0.0001 and weight decays 0.0001, 0.00001 and 0, under the names rate and decay. */
    public static Grid coarse() {
        return new Grid(new LinkedHashMap<>())
                .and("rate", 1e-1, 1e-2, 1e-3, 1e-4)
                .and("decay", 1e-4, 1e-5, 0.0);
    }

    /** A finer grid around the best of a coarse one: each value times 1/factor, √(1/factor), 1, √factor and factor; 0 stays alone. */
    public static Grid around(Setting best, double factor) {
        if (!(factor > 1 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Grid.around: factor: expected a finite number above 1 but got " + factor + ".");
        }
        Grid grid = new Grid(new LinkedHashMap<>());
        double root = Math.sqrt(factor);
        for (String name : best.values().keySet().stream().sorted().toList()) {
            double v = best.value(name);
            grid = v == 0 ? grid.and(name, v) : grid.and(name, v / factor, v / root, v, v * root, v * factor);
        }
        return grid;
    }

    /** This, and one hyperparameter more. */
    public Grid and(String name, Double... all) {
        Map<String, List<Double>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(all));
        return new Grid(more);
    }

    /** All combinations, the last hyperparameter changing fastest. */
    public List<Setting> settings() {
        List<Map<String, Double>> settings = List.of(Map.of());
        for (Map.Entry<String, List<Double>> entry : values.entrySet()) {
            List<Map<String, Double>> more = new ArrayList<>();
            settings.forEach(s -> entry.getValue().forEach(v -> more.add(with(s, entry.getKey(), v))));
            settings = more;
        }
        return settings.stream().map(Setting::new).toList();
    }

    private static Map<String, Double> with(Map<String, Double> setting, String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(setting);
        more.put(name, value);
        return more;
    }
}
