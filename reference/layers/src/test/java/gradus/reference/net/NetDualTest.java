package gradus.reference.net;

import gradus.reference.Dual;
import gradus.reference.DualImages;
import gradus.reference.Images;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.reference.activation.Tanh;
import gradus.reference.conv.Conv2d;
import gradus.reference.conv.TransposedConv2d;
import gradus.reference.dense.Affine;
import gradus.reference.pool.AveragePool2d;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whole nets as one formula in dual numbers: what the parts get and give back, and in which order their parameters come. */
class NetDualTest {
    private static final Window HALF = Window.of(2).stride(2);

    @Property(seed = "2026", tries = 30)
    void sequential(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Sequential net = new Sequential(new Affine(dims.d(), dims.m()), new Tanh(), new Affine(dims.m(), dims.k()));

        SecondOpinion.agrees(
                net,
                x(dims, seed, values),
                seed,
                (x, p) -> affine(affine(x, p, 0).tanh(), p, 2));
    }

    @Property(seed = "2026", tries = 30)
    void residual(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Residual net = new Residual(new Sequential(new Affine(dims.d(), dims.d()), new Tanh()));

        SecondOpinion.agrees(
                net,
                x(dims, seed, values),
                seed,
                (x, p) -> affine(x, p, 0).tanh().plus(x));
    }

    @Property(seed = "2026", tries = 30)
    void residual_with_a_projection(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Residual net = new Residual(
                new Sequential(new Affine(dims.d(), dims.m()), new Tanh()), new Affine(dims.d(), dims.m()));

        SecondOpinion.agrees(
                net,
                x(dims, seed, values),
                seed,
                (x, p) -> affine(x, p, 0).tanh().plus(affine(x, p, 2)));
    }

    @Property(seed = "2026", tries = 30)
    void concatenation(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Concatenation net = new Concatenation(
                new Affine(dims.d(), dims.m()),
                new Sequential(new Affine(dims.d(), dims.k()), new Tanh()),
                new Affine(dims.d(), dims.t()));

        SecondOpinion.agrees(
                net,
                x(dims, seed, values),
                seed,
                (x, p) ->
                        Dual.concat(1, List.of(affine(x, p, 0), affine(x, p, 2).tanh(), affine(x, p, 4))));
    }

    @Property(seed = "2026", tries = 20)
    void inception(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Inception.Widths widths = new Inception.Widths(dims.k(), dims.t(), dims.n(), dims.m(), dims.d(), dims.n());
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.k());

        SecondOpinion.agrees(
                Inception.block(dims.d(), widths),
                x,
                seed,
                (at, p) -> Dual.concat(
                        1,
                        List.of(
                                rectified(at, 1, p, 0),
                                rectified(rectified(at, 1, p, 2), 3, p, 4),
                                rectified(rectified(at, 1, p, 6), 5, p, 8),
                                rectified(DualImages.maximum(at, Window.of(3).padding(1)), 1, p, 10))));
    }

    private static Dual rectified(Dual x, int size, List<Dual> p, int from) {
        Window same = Window.of(size).padding(size / 2);
        return DualImages.convolution(x, p.get(from), p.get(from + 1), same).positive();
    }

    /** 13 × 17 pixels become 11 × 15, halve to 5 × 7, shrink to 4 × 6 and double to 8 × 12: the skip loses 1 before and 2 after. */
    @Property(seed = "2026", tries = 20)
    void u_net_level(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.c(), dims.h(), dims.w());
        Window three = Window.of(3);
        UNetLevel net = new UNetLevel(
                new Conv2d(dims.c(), dims.m(), three, 1),
                new Sequential(
                        new AveragePool2d(HALF),
                        new Conv2d(dims.m(), dims.kh(), Window.of(2), 1),
                        new TransposedConv2d(dims.kh(), dims.kw(), HALF)),
                new Conv2d(dims.m() + dims.kw(), dims.kh(), three, 1));

        SecondOpinion.agrees(net, x, seed, (at, p) -> {
            Dual e = DualImages.convolution(at, p.get(0), p.get(1), three);
            Dual low = DualImages.convolution(DualImages.mean(e, HALF), p.get(2), p.get(3), Window.of(2));
            Dual u = DualImages.doubled(low, p.get(4), p.get(5));
            Dual skipped = e.slice(2, 1, dims.h() - 4).slice(3, 1, dims.w() - 4);
            return DualImages.convolution(Dual.concat(1, List.of(skipped, u)), p.get(6), p.get(7), three);
        });
    }

    private static Tensor x(Primes dims, long seed, Values values) {
        return values.draw(seed, dims.n(), dims.d());
    }

    private static Dual affine(Dual x, List<Dual> p, int from) {
        return x.matmul(p.get(from)).plus(p.get(from + 1));
    }
}
