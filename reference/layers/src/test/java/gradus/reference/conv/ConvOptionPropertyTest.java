package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static gradus.reference.conv.DrawnConvolution.TOLERANCE;
import static gradus.reference.conv.DrawnConvolution.conv;
import static gradus.reference.conv.DrawnConvolution.gradient;
import static gradus.reference.conv.DrawnConvolution.layer;
import static gradus.reference.conv.DrawnConvolution.w;
import static gradus.reference.conv.DrawnConvolution.x;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What padding, dilation, stride, groups and flipping do, by convolutions that have no such option. */
class ConvOptionPropertyTest {
    @Property(seed = "2026", tries = 15)
    void padding_is_a_border_of_zeros(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);

        for (int p = 1; p <= 3; p++) {
            assertThat(conv(x, w(dims, seed), dims.window().padding(p)))
                    .hasEntriesOf(conv(x.pad(2, p, p).pad(3, p, p), w(dims, seed), dims.window()));
        }
    }

    @Property(seed = "2026", tries = 15)
    void dilation_is_a_filter_with_zeros_between(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        int height = 3 * dims.kh() - 2;
        int width = 3 * dims.kw() - 2;
        Tensor wide = Tensor.zeros(dims.m(), dims.c(), dims.kh(), width);
        wide.add(3, 0, 3, w(dims, seed));
        Tensor large = Tensor.zeros(dims.m(), dims.c(), height, width);
        large.add(2, 0, 3, wide);

        assertThat(conv(x, w(dims, seed), dims.window().dilation(3)))
                .isCloseTo(conv(x, large, Window.of(height, width)), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void a_stride_takes_every_other_answer(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor all = conv(x, w(dims, seed), dims.window());

        for (int s = 2; s <= 4; s++) {
            Tensor some = all.slice(2, 0, all.dim(2), s).slice(3, 0, all.dim(3), s);
            assertThat(conv(x, w(dims, seed), dims.window().stride(s))).hasEntriesOf(some);
        }
    }

    @Property(seed = "2026", tries = 15)
    void groups_are_a_filter_with_zeros_for_foreign_channels(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        int c = dims.c();
        int m = dims.m();
        Tensor x = values.draw(seed, dims.n(), 2 * c, dims.h(), dims.w());
        Tensor w = Values.NORMAL.draw(
                seed + 1, 2 * m, c, dims.kh(), dims.kw()); // two groups of m filters that see c channels
        Tensor above = w.slice(0, 0, m).pad(1, 0, c);
        Tensor below = w.slice(0, m, 2 * m).pad(1, c, 0);

        assertThat(layer(w, dims.window(), 2).forward(x))
                .isCloseTo(conv(x, Tensor.concat(0, above, below), dims.window()), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void flipping_is_convolution_with_the_filter_turned_round(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor turned = w(dims, seed).flip(2).flip(3);
        Conv2d flipping = layer(w(dims, seed), dims.window().flip(true), 1);
        Conv2d plain = layer(turned, dims.window(), 1);
        Tensor y = flipping.forward(x);
        Tensor dy = Values.NORMAL.draw(seed + 2, y.shape().toArray());

        assertThat(y).hasEntriesOf(plain.forward(x));
        assertThat(flipping.backward(dy)).hasEntriesOf(plain.backward(dy));
        assertThat(gradient(flipping, 0))
                .hasEntriesOf(gradient(plain, 0).flip(2).flip(3));
    }

    /** What is symmetric cannot tell the two conventions apart; what is not, can. */
    @Example
    void symmetric_filters_hide_flipping() {
        Tensor x = Values.NORMAL.draw(1, 2, 1, 7, 11);

        for (ImageFilter filter : ImageFilter.values()) {
            Tensor w = filter.weights().expand(0).expand(0);
            Window window = Window.of(w.dim(2), w.dim(3));
            boolean same = conv(x, w, window.flip(true))
                            .minus(conv(x, w, window))
                            .abs()
                            .max()
                    < 1e-12;
            assertThat(same)
                    .as(filter.name())
                    .isEqualTo(w.minus(w.flip(2).flip(3)).abs().max() == 0);
        }
    }
}
