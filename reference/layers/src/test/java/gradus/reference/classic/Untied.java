package gradus.reference.classic;

import gradus.reference.Values;
import gradus.tensor.Tensor;

/** Samples of any kind of values, of which no two are equal or equally far from a third: what is nearest is no matter of order or rounding. */
final class Untied {
    private Untied() {}

    static Tensor draw(Values values, long seed, int... dims) {
        return values.draw(seed, dims).plus(Values.NORMAL.draw(seed + 1, dims).times(1e-2));
    }
}
