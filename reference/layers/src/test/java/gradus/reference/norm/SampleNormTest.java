package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.IntBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What layer, instance and group norm have in common, entry by entry: y = γ x̂ + β, x̂ = (x - μ) / √(var + ε), and with g = γ dy,
 * dx = (g - mean(g) - x̂ mean(g x̂)) / √(var + ε), dγ = Σ dy x̂, dβ = Σ dy. They differ in the entries that share a mean: all of a sample, a
 * channel of it, or some channels of it.
 */
class SampleNormTest {
    private static final int N = 2;
    private static final int C = 6;
    private static final int PIXELS = 15;
    private static final double EPS = 0.7;

    @Property(seed = "2026", tries = 20)
    void the_three_differ_in_the_entries_that_share_a_mean(@ForAll long seed, @ForAll Values values) {
        check(new LayerNorm(C * PIXELS, EPS), seed, values, Shape.of(N, C * PIXELS), 1, (c, p) -> c * PIXELS + p);
        check(new InstanceNorm(C, EPS), seed, values, Shape.of(N, C, 3, 5), C, (c, p) -> c);
        check(new GroupNorm(C, 3, EPS), seed, values, Shape.of(N, C, 3, 5), 3, (c, p) -> c);
    }

    /** groups: how many means a sample has; number: which γ and β belong to channel c, pixel p. */
    private static void check(
            Layer layer, long seed, Values values, Shape shape, int groups, IntBinaryOperator number) {
        int learned = layer.parameters().get(0).value().dim(0);
        Tensor gamma = Values.NORMAL.draw(seed + 2, learned);
        Tensor beta = Values.NORMAL.draw(seed + 3, learned);
        layer.parameters().get(0).set(gamma);
        layer.parameters().get(1).set(beta);
        double[] x = values.draw(seed, N * C * PIXELS).toArray();
        double[] dy = Values.NORMAL.draw(seed + 1, x.length).toArray();
        double[] y = new double[x.length];
        double[] dx = new double[x.length];
        double[] dgamma = new double[learned];
        double[] dbeta = new double[learned];
        int size = C / groups * PIXELS;
        for (int from = 0; from < x.length; from += size) {
            double mean = 0;
            double variance = 0;
            for (int i = from; i < from + size; i++) {
                mean += x[i] / size;
            }
            for (int i = from; i < from + size; i++) {
                variance += (x[i] - mean) * (x[i] - mean) / size;
            }
            double root = Math.sqrt(variance + EPS);
            double meanG = 0;
            double meanGx = 0;
            for (int i = from; i < from + size; i++) {
                int k = number.applyAsInt(i / PIXELS % C, i % PIXELS);
                double normalised = (x[i] - mean) / root;
                y[i] = gamma.get(k) * normalised + beta.get(k);
                dgamma[k] += dy[i] * normalised;
                dbeta[k] += dy[i];
                meanG += gamma.get(k) * dy[i] / size;
                meanGx += gamma.get(k) * dy[i] * normalised / size;
            }
            for (int i = from; i < from + size; i++) {
                double g = gamma.get(number.applyAsInt(i / PIXELS % C, i % PIXELS)) * dy[i];
                dx[i] = (g - meanG - (x[i] - mean) / root * meanGx) / root;
            }
        }

        assertThat(layer.forward(Tensor.of(shape, x))).isWithin(Tensor.of(shape, y), 1e-11);
        assertThat(layer.backward(Tensor.of(shape, dy))).isWithin(Tensor.of(shape, dx), 1e-11);
        assertThat(layer.parameters().get(0).gradient()).isWithin(Tensor.of(dgamma), 1e-11);
        assertThat(layer.parameters().get(1).gradient()).isWithin(Tensor.of(dbeta), 1e-11);
    }
}
