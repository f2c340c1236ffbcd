package gradus.reference;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Kinds of numbers that bring out different mistakes. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
public enum Values {
    NORMAL(z -> z),
    NEGATIVE(z -> z.abs().plus(0.1).negate()),
    /** About 3, and none below 0. */
    POSITIVE(z -> z.plus(3).abs()),
    TINY(z -> z.times(1e-3)),
    LARGE(z -> z.plus(1).times(1e3)),
    INTEGERS(z -> z.times(2).floor()),
    /** A single 1 among every few entries. */
    ONE_HOT(z -> z.greater(1)),
    /** -1, 0 and 1 alone: maxima are shared, differences are 0 and ReLUs stand at their kink. */
    TIES(z -> z.greater(0.5).minus(z.less(-0.5))),
    /** About ±1000: gates are shut or open, and the exponential of a score overflows or is 0. */
    SATURATING(z -> z.times(1e3));

    private final UnaryOperator<Tensor> from;

    Values(UnaryOperator<Tensor> from) {
        this.from = from;
    }

    /** A tensor of such numbers, the same for the same seed. */
    public Tensor draw(long seed, int... dims) {
        return from.apply(Tensor.normal(Shape.of(dims), new Seed(seed)));
    }
}
