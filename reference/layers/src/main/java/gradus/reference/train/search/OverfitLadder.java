package gradus.reference.train.search;

import gradus.reference.train.data.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The first thing to do with a new net: can it learn one sample by heart? Then a handful, then more and more. A net
 * that does not reach a training accuracy of 100 % on a few samples has a bug or is too small; at some step the
 * validation accuracy begins to rise.
 *
 * <p>Source: lecture 6.
 */
public record OverfitLadder(List<Integer> sizes) {
    public OverfitLadder {
        sizes = List.copyOf(sizes);
    }

    /** 1, 4, 5, 10, 100 and 1000 samples. */
    public static OverfitLadder usual() {
        return new OverfitLadder(List.of(1, 4, 5, 10, 100, 1000));
    }

    /** A step: so many samples, and the training accuracy on them. */
    public record Step(int samples, double accuracy) {
        public boolean passed() {
            return accuracy == 1;
        }
    }

    /**
     * Climbs until a step is not passed, which is the last one returned, or the samples do not suffice for the next.
     *
     * @param accuracy trains a new net on the first samples and returns its accuracy on just these
     */
    public <T> List<Step> climb(Samples<T> training, ToDoubleFunction<Samples<T>> accuracy) {
        List<Step> steps = new ArrayList<>();
        for (int size : sizes) {
            boolean stuck = !steps.isEmpty() && !steps.get(steps.size() - 1).passed();
            if (stuck || size > training.size()) {
                break;
            }
            steps.add(new Step(size, accuracy.applyAsDouble(training.slice(0, size))));
        }
        return steps;
    }
}
