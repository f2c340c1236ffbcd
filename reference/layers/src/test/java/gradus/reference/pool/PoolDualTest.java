package gradus.reference.pool;

import gradus.reference.Dual;
import gradus.reference.DualImages;
import gradus.reference.Images;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every backward against the formula of its forward, differentiated forward; among equal pixels the first wins. */
class PoolDualTest {
    private static Tensor x(Images dims, long seed, Values values) {
        return values.draw(seed, dims.n(), dims.c(), dims.h(), dims.w());
    }

    @Property(seed = "2026", tries = 20)
    void maximum(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Window window = dims.window().stride(2).padding(1);

        SecondOpinion.agrees(
                new MaxPool2d(window), x(dims, seed, values), seed, (x, none) -> DualImages.maximum(x, window));
    }

    @Property(seed = "2026", tries = 20)
    void maximum_of_pixels_apart(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Window window = dims.window().dilation(3);

        SecondOpinion.agrees(
                new MaxPool2d(window), x(dims, seed, values), seed, (x, none) -> DualImages.maximum(x, window));
    }

    @Property(seed = "2026", tries = 20)
    void average(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Window window = dims.window().stride(2).padding(1);

        SecondOpinion.agrees(
                new AveragePool2d(window), x(dims, seed, values), seed, (x, none) -> DualImages.mean(x, window));
    }

    @Property(seed = "2026", tries = 20)
    void global_average(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        SecondOpinion.agrees(
                new GlobalAveragePool(),
                x(dims, seed, values),
                seed,
                (x, none) -> x.meanKeep(2, 3).reshape(dims.n(), dims.c()));
    }

    @Property(seed = "2026", tries = 20)
    void nearest(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        int factor = dims.kw();

        SecondOpinion.agrees(
                new NearestUpsample(factor),
                x(dims, seed, values),
                seed,
                (x, none) -> repeated(repeated(x, 2, factor), 3, factor));
    }

    private static Dual repeated(Dual x, int axis, int factor) {
        List<Dual> lines = new ArrayList<>();
        for (int i = 0; i < factor * x.value().dim(axis); i++) {
            lines.add(x.slice(axis, i / factor, i / factor + 1));
        }
        return Dual.concat(axis, lines);
    }

    @Property(seed = "2026", tries = 20)
    void bilinear(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        int factor = dims.kw();

        SecondOpinion.agrees(
                new BilinearUpsample(factor),
                x(dims, seed, values),
                seed,
                (x, none) -> between(between(x, 2, factor), 3, factor));
    }

    /** Each line of pixels from the two that are nearest, by how far it is from the first; beyond the last there is none. */
    private static Dual between(Dual x, int axis, int factor) {
        List<Dual> lines = new ArrayList<>();
        int last = x.value().dim(axis) - 1;
        for (int i = 0; i <= factor * last + factor - 1; i++) {
            double place = Math.min(Math.max((i + 0.5) / factor - 0.5, 0), last);
            int before = (int) place;
            int after = Math.min(before + 1, last);
            Dual first = x.slice(axis, before, before + 1).times(1 - (place - before));
            lines.add(first.plus(x.slice(axis, after, after + 1).times(place - before)));
        }
        return Dual.concat(axis, lines);
    }

    @Property(seed = "2026", tries = 20)
    void unpooling(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        SecondOpinion.agrees(
                new Unpool2d(dims.kw()), x(dims, seed, values), seed, (x, none) -> x.linear(t -> spread(t, dims)));
    }

    private static Tensor spread(Tensor t, Images dims) {
        int s = dims.kw();
        return t.reshape(dims.n(), dims.c(), dims.h(), 1, dims.w(), 1)
                .pad(3, 0, s - 1)
                .pad(5, 0, s - 1)
                .reshape(dims.n(), dims.c(), s * dims.h(), s * dims.w());
    }
}
