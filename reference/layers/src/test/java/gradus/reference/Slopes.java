package gradus.reference;

import static gradus.reference.TensorAssert.assertThat;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The gradient check: slopes by central differences, extrapolated once (Richardson), entry by entry. */
public final class Slopes {
    /** How far a gradient may be from the slopes, as a share of the largest. */
    public static final double TOLERANCE = 1e-7;

    private static final double STEP = 1e-3;

    /** What rounding a number leaves of a difference quotient, as a share of that number: some units in the last place, over the step. */
    private static final double ROUNDING = 16 * Math.ulp(1.0) / STEP;

    private Slopes() {}

    /** Holds the gradients of x and of every parameter against slopes of c · y, c drawn; each evaluation has a new layer. */
    public static void check(Supplier<Layer> maker, Tensor x) {
        Layer layer = maker.get();
        Tensor y = layer.forward(x);
        Tensor c = Values.NORMAL.draw(2, y.shape().toArray());
        Tensor dx = layer.backward(c);
        double size = size(y, c);

        holds("dx", dx, of(at -> maker.get().forward(at).dot(c), x), size);
        for (int i = 0; i < layer.parameters().size(); i++) {
            Parameter p = layer.parameters().get(i);
            int number = i;
            holds(
                    "d" + p.name(),
                    p.gradient(),
                    of(at -> with(maker.get(), number, at).forward(x).dot(c), p.value()),
                    size);
        }
    }

    /** How large the numbers are that are rounded while y · c is added up: the sum of its terms' magnitudes. */
    public static double size(Tensor y, Tensor c) {
        return y.times(c).abs().sum();
    }

    /** Holds a gradient against slopes of a function whose terms are at most of the size 1. */
    public static void holds(String name, Tensor gradient, Tensor slopes) {
        holds(name, gradient, slopes, 1);
    }

    /** Holds a gradient against slopes of a function of some {@link #size}; where all are 0, they are so only up to its rounding. */
    public static void holds(String name, Tensor gradient, Tensor slopes, double size) {
        double largest = slopes.size() == 0 ? 0 : slopes.abs().max();
        assertThat(gradient).as(name).isWithin(slopes, TOLERANCE * largest + ROUNDING * size);
    }

    private static Layer with(Layer layer, int parameter, Tensor value) {
        layer.parameters().get(parameter).set(value);
        return layer;
    }

    /** The gradient of f at x, by differences. */
    public static Tensor of(ToDoubleFunction<Tensor> f, Tensor x) {
        double[] slopes = new double[x.size()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (4 * slope(f, x, i, STEP / 2) - slope(f, x, i, STEP)) / 3;
        }
        return Tensor.of(x.shape(), slopes);
    }

    private static double slope(ToDoubleFunction<Tensor> f, Tensor x, int i, double step) {
        return (f.applyAsDouble(moved(x, i, step)) - f.applyAsDouble(moved(x, i, -step))) / (2 * step);
    }

    private static Tensor moved(Tensor x, int i, double by) {
        double[] entries = x.toArray();
        entries[i] += by;
        return Tensor.of(x.shape(), entries);
    }
}
