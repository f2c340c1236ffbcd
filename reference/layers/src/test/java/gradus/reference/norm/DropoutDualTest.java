package gradus.reference.norm;

import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The forms of dropout as formulas in dual numbers, once the mask is drawn: p = 1/K, so that masks of all densities come. */
class DropoutDualTest {
    @Property(seed = "2026", tries = 50)
    void inverted(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Mode mode) {
        double p = 1.0 / dims.k();
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m());
        Tensor kept = kept(x.shape(), p, seed);

        SecondOpinion.agrees(
                in(mode, new Dropout(p, new Seed(seed))),
                x,
                seed,
                (at, none) -> mode == Mode.TRAIN ? at.where(kept, 0).times(1 / (1 - p)) : at);
    }

    @Property(seed = "2026", tries = 50)
    void scaled_in_use(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Mode mode) {
        double p = 1.0 / dims.k();
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m());
        Tensor kept = kept(x.shape(), p, seed);

        SecondOpinion.agrees(
                in(mode, new TestScaledDropout(p, new Seed(seed))),
                x,
                seed,
                (at, none) -> mode == Mode.TRAIN ? at.where(kept, 0) : at.times(1 - p));
    }

    @Property(seed = "2026", tries = 50)
    void whole_maps(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Mode mode) {
        double p = 1.0 / dims.k();
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor kept = kept(Shape.of(dims.n(), dims.d(), 1, 1), p, seed).broadcastTo(x.shape());

        SecondOpinion.agrees(
                in(mode, new SpatialDropout(p, new Seed(seed))),
                x,
                seed,
                (at, none) -> mode == Mode.TRAIN ? at.where(kept, 0).times(1 / (1 - p)) : at);
    }

    private static Layer in(Mode mode, Layer layer) {
        layer.mode(mode);
        return layer;
    }

    /** 1 where the uniform number is p or more. */
    private static Tensor kept(Shape shape, double p, long seed) {
        return Tensor.uniform(shape, new Seed(seed)).greaterEqual(p);
    }
}
