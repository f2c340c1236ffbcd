package gradus.reference.classic;

import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a perceptron learns: from w = 0 and b = 0, sample by sample in their order; where y (w · x + b) ≤ 0 it errs, and w ← w + y x, b ← b + y.
 *
 * <p>If a plane parts the sides, it errs at most (R / γ)² times ({@link Perceptron#mistakeBound}) and ends. If none does, it never
 * would: it stops when w and b come back to what they were after an earlier pass, for then all would repeat (they do come back where
 * the samples are whole numbers), or when the passes are used up.
 *
 * <p>Source: Rosenblatt (1958), The perceptron; the course gives the classifier and not the rule.
 *
 * @param passes how often at most it goes through all samples, 1 or more
 */
public record PerceptronRule(int passes) {
    /** Why learning ended. */
    public enum Ending {
        /** A pass without a mistake. */
        SEPARATED,
        /** The weights came back: no plane parts the sides. */
        CYCLE,
        /** No pass without a mistake yet: more may help, or nothing. */
        OUT_OF_PASSES
    }

    /**
     * What was learned.
     *
     * @param mistakes in all passes together
     * @param passes through all samples, the last included
     */
    public record Outcome(Perceptron perceptron, int mistakes, int passes, Ending ending) {
        /** The outcome in one sentence. */
        public String statement() {
            String counts = " (mistakes: " + mistakes + ", passes: " + passes + ").";
            return switch (ending) {
                case SEPARATED -> "A plane parts the two sides" + counts;
                case CYCLE -> "No plane parts the two sides: the weights came back" + counts;
                case OUT_OF_PASSES -> "Perhaps no plane parts the two sides: the passes are used up" + counts;
            };
        }
    }

    public PerceptronRule {
        if (passes < 1) {
            throw new IllegalArgumentException("PerceptronRule: passes: expected 1 or more but got " + passes + ".");
        }
    }

    /**
     * Learns to tell two sides.
     *
     * @param x (N, D), N of 1 or more
     * @param y (N), each -1 or 1
     */
    public Outcome learn(Tensor x, Tensor y) {
        Require.sides("PerceptronRule.learn", x, y);
        Tensor signed = Tensor.concat(1, x, Tensor.ones(x.dim(0), 1)).times(y.expand(1)); // rows y (x, 1)
        Tensor weights = Tensor.zeros(signed.dim(1)); // (w, b)
        Set<List<Double>> seen = new HashSet<>(Set.of(entries(weights)));
        int mistakes = 0;
        for (int pass = 1; ; pass++) {
            int now = pass(signed, weights);
            mistakes += now;
            if (now == 0) {
                return outcome(weights, mistakes, pass, Ending.SEPARATED);
            }
            if (!seen.add(entries(weights))) {
                return outcome(weights, mistakes, pass, Ending.CYCLE);
            }
            if (pass == passes) {
                return outcome(weights, mistakes, pass, Ending.OUT_OF_PASSES);
            }
        }
    }

    /** Goes through all samples once, changes the weights, and returns how many mistakes there were. */
    private static int pass(Tensor signed, Tensor weights) {
        int mistakes = 0;
        for (int n = 0; n < signed.dim(0); n++) {
            Tensor sample = signed.select(0, n);
            if (!(sample.dot(weights) > 0)) {
                weights.increment(sample);
                mistakes++;
            }
        }
        return mistakes;
    }

    private static Outcome outcome(Tensor weights, int mistakes, int pass, Ending ending) {
        int inputs = weights.dim(0) - 1;
        return new Outcome(new Perceptron(weights.slice(0, 0, inputs), weights.get(inputs)), mistakes, pass, ending);
    }

    private static List<Double> entries(Tensor weights) {
        return Arrays.stream(weights.toArray()).boxed().toList();
    }
}
