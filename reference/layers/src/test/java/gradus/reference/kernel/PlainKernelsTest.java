package gradus.reference.kernel;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.reference.kernel.Kernels.NormalizeGradients;
import gradus.tensor.Backend;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Loops against the kernels composed from the algebra. */
class PlainKernelsTest {
    private static final double EPS = 1e-5;

    @Test
    void numbers_at_home_are_normalized_by_loops() {
        assertThat(Kernels.current()).isInstanceOf(PlainKernels.class);
        assertThat(Backend.on(Backend.plain(2), Kernels::current)).isInstanceOf(PlainKernels.class);
    }

    @Property(seed = "2026", tries = 30)
    void channels_are_normalized_as_by_the_formula(
            @ForAll Values values, @ForAll @IntRange(min = 1, max = 11) int width, @ForAll long seed) {
        requireSame(values.draw(seed, 2, 3, 5, width), Shape.of(3, 1, 1), 0, 2, 3);
        requireSame(values.draw(seed, 1, 3, 1, width), Shape.of(3, 1, 1), 0, 2, 3);
    }

    @Property(seed = "2026", tries = 30)
    void rows_are_normalized_as_by_the_formula(
            @ForAll Values values, @ForAll @IntRange(min = 1, max = 11) int width, @ForAll long seed) {
        requireSame(values.draw(seed, 3, width), Shape.of(width), -1);
        requireSame(values.draw(seed, 2, 5, width), Shape.of(width), 2);
        requireSame(values.draw(seed, width), Shape.of(width), -1);
    }

    @Test
    void other_layouts_are_normalized_too() {
        requireSame(Values.NORMAL.draw(1, 3, 5), Shape.of(5), 0);
        requireSame(Values.NORMAL.draw(1, 3, 5), Shape.of(), -1);
        requireSame(Values.NORMAL.draw(1, 2, 3, 5, 7), Shape.of(3, 1, 1), 2, 3);
        requireSame(Values.NORMAL.draw(1, 2, 3, 5, 7), Shape.of(7), 0, 2, 3);
    }

    @Test
    void no_entries_give_none() {
        Tensor x = Tensor.zeros(0, 3, 2, 2);
        Moments moments = Kernels.current().moments(x, 0, 2, 3);
        Tensor gamma = Tensor.ones(3, 1, 1);

        assertThat(Kernels.current().normalize(x, moments, EPS, gamma, gamma)).hasEntriesOf(x);
        assertThat(Kernels.current()
                        .normalizeBackward(x, x, moments, EPS, gamma, 0, 2, 3)
                        .dx())
                .hasEntriesOf(x);
        assertThat(Kernels.current().moments(Tensor.zeros(3, 0), -1).mean().shape())
                .isEqualTo(Shape.of(3, 1));
    }

    @Test
    void threads_change_no_bit() {
        Tensor images = Values.NORMAL.draw(1, 7, 5, 61, 67);
        Tensor rows = Values.NORMAL.draw(1, 1031, 131);

        requireThreadsAgree(images, Shape.of(5, 1, 1), 0, 2, 3);
        requireThreadsAgree(rows, Shape.of(131), -1);
    }

    private static void requireThreadsAgree(Tensor x, Shape perFeature, int... axes) {
        Tensor one = answers(Kernels.current(), x, perFeature, axes);
        Tensor three = Backend.on(Backend.plain(3), () -> answers(Kernels.current(), x, perFeature, axes));
        assertThat(three).hasEntriesOf(one);
    }

    private static void requireSame(Tensor x, Shape perFeature, int... axes) {
        Tensor loops = answers(Kernels.current(), x, perFeature, axes);
        Tensor composed = answers(Composed.KERNELS, x, perFeature, axes);
        double largest = composed.size() == 0 ? 0 : composed.abs().max();
        assertThat(loops).isWithin(composed, 1e-10 * largest);
    }

    /** All that a layer asks, side by side. */
    private static Tensor answers(Kernels kernels, Tensor x, Shape perFeature, int... axes) {
        Tensor gamma = Values.NORMAL.draw(1, perFeature.toArray());
        Tensor beta = Values.NORMAL.draw(2, perFeature.toArray());
        Tensor dy = Values.NORMAL.draw(3, x.shape().toArray());
        Moments moments = kernels.moments(x, axes);
        NormalizeGradients d = kernels.normalizeBackward(dy, x, moments, EPS, gamma, axes);
        NormalizeGradients given = kernels.normalizeBackward(dy, x, moments, EPS, gamma);
        Tensor y = kernels.normalize(x, moments, EPS, gamma, beta);
        return Tensor.concat(
                0,
                moments.mean().reshape(-1),
                moments.variance().reshape(-1),
                y.reshape(-1),
                d.dx().reshape(-1),
                d.dgamma().reshape(-1),
                d.dbeta().reshape(-1),
                given.dx().reshape(-1));
    }
}
