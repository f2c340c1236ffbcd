package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Changes inputs in a way that leaves their targets right, so that a few samples stand for many: a cat turned round
 * is a cat, but a 6 turned round is a 9. Two nets are compared under the same augmentation only.
 *
 * <p>Arguments are not written to. Each input of a batch is changed by itself; the same seed changes them the same way.
 *
 * <p>Source: lecture 8; endterm 2021, 2.1; winter 2021, 1.1 (what suits digits).
 */
@FunctionalInterface
public interface Augmentation {
    /** Changes nothing, and returns a copy. */
    Augmentation NONE = (x, seed) -> x.copy();

    /** Returns changed inputs, as many as x (N, …) has; the images among them are (N, C, H, W). */
    Tensor apply(Tensor x, Seed seed);

    /** This, then another, whose seed is the next one. */
    default Augmentation then(Augmentation other) {
        return (x, seed) -> other.apply(apply(x, seed), seed.next());
    }

    /** One of several for each image, each equally likely, all results being of one size; what TrivialAugment does. */
    static Augmentation oneOf(List<Augmentation> choices) {
        return new OneOf(choices);
    }
}
