package gradus.reference.train.search;

import java.util.Map;
import java.util.TreeMap;

/** A value for each hyperparameter, by name. Immutable. */
public record Setting(Map<String, Double> values) {
    public Setting {
        values = Map.copyOf(values);
    }

    /**
     * The value of a hyperparameter.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public double value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Setting.value: expected one of " + new TreeMap<>(values).keySet() + " but got " + name + ".");
        }
        return value;
    }

    @Override
    public String toString() {
        return new TreeMap<>(values).toString();
    }
}
