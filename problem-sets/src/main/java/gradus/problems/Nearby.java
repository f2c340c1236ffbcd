package gradus.problems;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a candidate's numbers do by accident from what these formulas do with all numbers, or with all close by. */
final class Nearby {
    private static final double NUDGE = 1e-4;

    private final Screen screen;
    private final Map<String, Tensor> given;
    private @Nullable Sample nudged;

    /** What is near given numbers; where formulas round, so that small moves do nothing, the samples stand for that, too. */
    Nearby(Screen screen, Map<String, Tensor> given) {
        this.screen = screen;
        this.given = given;
    }

    /** Whether a slip is silent with all other numbers, too. */
    boolean isAlwaysSilent(Trial trial) {
        return screen.samples().areSilent(trial);
    }

    /** Whether a slip is silent with numbers close by, too. */
    boolean staysSilent(Trial trial) {
        return screen.rounds() ? isAlwaysSilent(trial) : nudged().isSilent(trial);
    }

    /** Whether two answers coincide with numbers close by, too. */
    boolean coincide(String a, String b) {
        return screen.rounds() ? screen.samples().coincide(a, b) : nudged().coincide(a, b);
    }

    /** Whether two slips end in the same value with numbers close by, too. */
    boolean areAlike(Trial a, Trial b, String id) {
        return screen.rounds() ? screen.samples().areAlike(a, b, id) : nudged().areAlike(a, b, id);
    }

    private Sample nudged() {
        Sample known = nudged;
        if (known == null) {
            Map<String, Tensor> moved = new HashMap<>();
            given.forEach((name, value) -> moved.put(name, nudged(name, value)));
            known = new Sample(moved, screen.workings(moved));
            nudged = known;
        }
        return known;
    }

    private static Tensor nudged(String name, Tensor value) {
        Seed seed = new Seed(0).named(name);
        double[] numbers = value.toArray().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += NUDGE * (1 + seed.uniform(i));
        }
        return Tensor.of(value.shape(), numbers);
    }
}
