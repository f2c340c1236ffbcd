package gradus.vector;

import static gradus.vector.Agreement.requireClose;
import static gradus.vector.Agreement.requireCloseFunctions;
import static gradus.vector.Agreement.requireEqual;
import static gradus.vector.Agreement.requireEqualFunctions;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.kernel.Kernels;
import gradus.reference.kernel.Kernels.NormalizeGradients;
import gradus.reference.kernel.Moments;
import gradus.reference.norm.LayerNorm;
import gradus.reference.norm.SpatialBatchNorm;
import gradus.tensor.Backend;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Normalising and softmax, against the kernels composed from the algebra. */
class NormalizeKernelsTest {
    private static final double EPS = 1e-5;

    private static Tensor draw(long seed, Shape shape) {
        return Tensor.normal(shape, new Seed(seed));
    }

    /** Statistics over some axes, and γ and β of a shape; the entries of x̂ are of size 1, so what is summed has a scale of its own. */
    private static void requireNormalizing(Tensor x, Shape perFeature, int... axes) {
        Tensor gamma = draw(1, perFeature);
        Tensor beta = draw(2, perFeature);
        Tensor dy = draw(3, x.shape());
        Moments moments = Kernels.current().moments(x, axes);

        requireClose(
                () -> Kernels.current().moments(x, axes).mean(),
                moments.mean(),
                x.abs().meanKeep(axes));
        requireClose(
                () -> Kernels.current().moments(x, axes).variance(),
                moments.variance(),
                x.square().meanKeep(axes));
        requireClose(
                () -> Kernels.current().normalize(x, moments, EPS, gamma, beta),
                Kernels.current().normalize(x, moments, EPS, gamma, beta),
                magnitudes(x, moments).times(gamma.abs()).plus(beta.abs()));
        requireGradients(dy, x, moments, gamma, axes);
        requireGradients(dy, x, moments, gamma);
    }

    private static Tensor magnitudes(Tensor x, Moments moments) {
        return x.abs().plus(moments.mean().abs()).divide(moments.deviation(EPS));
    }

    private static void requireGradients(Tensor dy, Tensor x, Moments moments, Tensor gamma, int... axes) {
        NormalizeGradients d = Kernels.current().normalizeBackward(dy, x, moments, EPS, gamma, axes);
        Tensor xhat = magnitudes(x, moments);
        Tensor g = dy.abs().times(gamma.abs());
        Tensor sizes = axes.length == 0
                ? g
                : g.plus(g.meanKeep(axes)).plus(xhat.times(g.times(xhat).meanKeep(axes)));

        Function<Kernels, NormalizeGradients> backward =
                kernels -> kernels.normalizeBackward(dy, x, moments, EPS, gamma, axes);
        requireClose(() -> backward.apply(Kernels.current()).dx(), d.dx(), sizes.divide(moments.deviation(EPS)));
        requireClose(
                () -> backward.apply(Kernels.current()).dgamma(),
                d.dgamma(),
                dy.abs().times(xhat).sumTo(gamma.shape()));
        requireClose(
                () -> backward.apply(Kernels.current()).dbeta(),
                d.dbeta(),
                dy.abs().sumTo(gamma.shape()));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(1, 2, 3, 5, 7, 8, 11, 16, 17, 31, 37);
    }

    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void channels_are_normalized_alike(
            @ForAll("lengths") int n, @ForAll("lengths") int c, @ForAll("lengths") int w, @ForAll long seed) {
        Tensor x = draw(seed, Shape.of(n, c, 5, w)).plus(3);

        requireNormalizing(x, Shape.of(c, 1, 1), 0, 2, 3);
        requireNormalizing(x, Shape.of(c, 1, 1), 2, 3);
        requireNormalizing(x, Shape.of(), 0, 2, 3);
    }

    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void rows_are_normalized_alike(@ForAll("lengths") int n, @ForAll("lengths") int d, @ForAll long seed) {
        Tensor x = draw(seed, Shape.of(n, d)).plus(3);

        requireNormalizing(x, Shape.of(d), -1);
        requireNormalizing(x, Shape.of(d), 1);
        requireNormalizing(x, Shape.of(d), 0);
        requireNormalizing(x, Shape.of(), -1);
        requireNormalizing(x.expand(0), Shape.of(d), -1);
    }

    @Test
    void large_and_empty_tensors_are_normalized_alike() {
        requireNormalizing(draw(1, Shape.of(7, 5, 61, 67)), Shape.of(5, 1, 1), 0, 2, 3);
        requireNormalizing(draw(1, Shape.of(1031, 131)), Shape.of(131), -1);
        requireNormalizing(Tensor.zeros(3, 0), Shape.of(0), -1);
        requireNormalizing(Tensor.zeros(0, 3, 2, 2), Shape.of(3, 1, 1), 0, 2, 3);
    }

    /** 0.1 + 0.1 + 0.1 is not 0.3, but the variance is 0: without eps 0 / 0 on every backend, with it nothing but β. */
    @Property(seed = "2026", tries = 30, edgeCases = EdgeCasesMode.NONE)
    void equal_numbers_are_normalized_alike(@ForAll("lengths") int n, @ForAll("lengths") int d) {
        Tensor rows = Tensor.full(Shape.of(n, d), 0.1);
        Tensor images = Tensor.full(Shape.of(n, 2, 1, d), 123.456);

        requireEqual(() -> new LayerNorm(d, 0).forward(rows));
        requireEqual(() -> new LayerNorm(d, EPS).forward(rows));
        requireEqual(() -> new SpatialBatchNorm(2, 0.9, 0).forward(images));
        requireEqual(() -> new SpatialBatchNorm(2, 0.9, EPS).forward(images));
        assertThat(Backend.on(Backend.named("vector", 1), () -> new LayerNorm(d, 0).forward(rows))
                        .toArray())
                .containsOnly(Double.NaN);
    }

    private static void requireSoftmax(Tensor x) {
        Tensor p = Kernels.current().softmax(x, 0.7);
        Tensor dp = draw(4, x.shape());

        requireCloseFunctions(() -> Kernels.current().softmax(x, 0.7), p, p);
        requireClose(
                () -> Kernels.current().softmaxBackward(dp, p, 0.7),
                Kernels.current().softmaxBackward(dp, p, 0.7),
                p.times(dp.abs().plus(dp.abs().times(p).sumKeep(-1))));
    }

    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void softmax_agrees(@ForAll("lengths") int n, @ForAll("lengths") int c, @ForAll long seed) {
        requireSoftmax(draw(seed, Shape.of(n, c)).times(5));
        requireSoftmax(draw(seed, Shape.of(2, n, c)).plus(1000));
        requireSoftmax(draw(seed, Shape.of(c)));
    }

    @Test
    void large_empty_and_masked_rows_agree() {
        requireSoftmax(draw(1, Shape.of(1031, 131)));
        requireSoftmax(Tensor.zeros(0, 3));
        Tensor masked = Tensor.of(1, Double.NEGATIVE_INFINITY, 2, 3, 4, 5, 6, 7, 8, Double.NEGATIVE_INFINITY);

        requireSoftmax(masked);
        requireEqualFunctions(() -> Kernels.current().softmax(masked.times(0), 0.7));
    }
}
