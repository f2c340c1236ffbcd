package gradus.problems;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Given numbers drawn for a variant: of every name, or every entry of it, the place of a choice. */
final class Drawn {
    private final Map<String, Choices> choices;
    private final Function<String, Tensor> own;
    private final Map<String, int[]> places = new HashMap<>();

    /** Draws numbers in the shapes of the source's own. */
    Drawn(Map<String, Choices> choices, Function<String, Tensor> own, Seed seed) {
        this.choices = choices;
        this.own = own;
        choices.forEach((name, choice) -> places.put(name, drawn(own.apply(name), choice, seed.named(name))));
    }

    private static int[] drawn(Tensor given, Choices choice, Seed seed) {
        int[] drawn = new int[choice.isWhole() ? 1 : given.size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = choice.place(seed.uniform(i));
        }
        return drawn;
    }

    /** The numbers. */
    Map<String, Tensor> values() {
        Map<String, Tensor> values = new HashMap<>();
        choices.forEach((name, choice) -> values.put(name, value(name, choice)));
        return values;
    }

    private Tensor value(String name, Choices choice) {
        Tensor given = own.apply(name);
        int[] drawn = places(name);
        if (choice.isWhole() || given.rank() == 0) {
            return choice.values().get(drawn[0]);
        }
        double[] numbers = new double[drawn.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = choice.values().get(drawn[i]).get();
        }
        return Tensor.of(given.shape(), numbers);
    }

    /** The numbers as a file writes them. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        choices.forEach((name, choice) -> texts.put(
                name,
                choice.isWhole()
                        ? choice.texts().get(places(name)[0])
                        : entries(own.apply(name), choice, places(name), new int[1])));
        return texts;
    }

    private static String entries(Tensor given, Choices choice, int[] drawn, int[] next) {
        if (given.rank() == 0) {
            return choice.texts().get(drawn[next[0]++]);
        }
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < given.dim(0); i++) {
            entries.add(entries(given.select(0, i), choice, drawn, next));
        }
        return "[" + String.join(", ", entries) + "]";
    }

    private int[] places(String name) {
        return places.getOrDefault(name, new int[0]);
    }
}
