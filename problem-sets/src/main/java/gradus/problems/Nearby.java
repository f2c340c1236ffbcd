package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what a candidate's numbers do by accident from what these formulas do with all numbers, or with all close by. */
final class Nearby {
    private static final double NUDGE = 1e-4;

    private final Model model;
    private final Set<String> varied;
    private final boolean rounds;
    private final Supplier<List<Model>> samples;
    private @Nullable Model nudged;

    /** What is near a model; where formulas round, so that small moves do nothing, the samples stand for that, too. */
    Nearby(Model model, Set<String> varied, boolean rounds, Supplier<List<Model>> samples) {
        this.model = model;
        this.varied = varied;
        this.rounds = rounds;
        this.samples = samples;
    }

    /** Whether something happens with numbers close by, too. */
    boolean persists(Predicate<Model> condition) {
        return rounds ? isAlways(condition) : condition.test(nudged());
    }

    /** Whether something happens with all other numbers, too. */
    boolean isAlways(Predicate<Model> condition) {
        return samples.get().stream().allMatch(condition);
    }

    private Model nudged() {
        Model known = nudged;
        if (known == null) {
            Map<String, Expression> given = new LinkedHashMap<>();
            varied.forEach(name -> given.put(name, Literal.of(nudged(name))));
            known = model.with(given);
            nudged = known;
        }
        return known;
    }

    private Tensor nudged(String name) {
        Tensor value = model.value(name);
        Seed seed = new Seed(0).named(name);
        double[] numbers = value.toArray().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += NUDGE * (1 + seed.uniform(i));
        }
        return Tensor.of(value.shape(), numbers);
    }
}
