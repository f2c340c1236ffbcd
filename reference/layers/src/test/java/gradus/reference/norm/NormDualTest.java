package gradus.reference.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Forward differentiation of the formulas as they are printed, against every backward: c · tangent(y) = dx · tangent(x) + dγ ·
 * tangent(γ) + dβ · tangent(β).
 */
class NormDualTest {
    private static final double EPS = 0.7;

    @Property(seed = "2026", tries = 30)
    void batch_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        check(new BatchNorm(dims.d(), 0.9, EPS), x -> normalised(x, 0), values.draw(seed, dims.n(), dims.d()), seed);
    }

    @Property(seed = "2026", tries = 30)
    void spatial_batch_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        check(new SpatialBatchNorm(dims.d(), 0.9, EPS), dual -> normalised(dual, 0, 2, 3), x, seed, dims.d(), 1, 1);
    }

    @Property(seed = "2026", tries = 30)
    void layer_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        check(
                new LayerNorm(dims.d(), EPS),
                x -> normalised(x, 2),
                values.draw(seed, dims.n(), dims.m(), dims.d()),
                seed);
    }

    @Property(seed = "2026", tries = 30)
    void instance_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        check(new InstanceNorm(dims.d(), EPS), dual -> normalised(dual, 2, 3), x, seed, dims.d(), 1, 1);
    }

    @Property(seed = "2026", tries = 30)
    void group_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        int channels = dims.d() * dims.k(); // in d groups
        Tensor x = values.draw(seed, dims.n(), channels, dims.m(), dims.t());
        UnaryOperator<Dual> forward =
                dual -> normalised(dual.reshape(dims.n(), dims.d(), dims.k(), dims.m(), dims.t()), 2, 3, 4)
                        .reshape(dims.n(), channels, dims.m(), dims.t());
        check(new GroupNorm(channels, dims.d(), EPS), forward, x, seed, channels, 1, 1);
    }

    @Property(seed = "2026", tries = 30)
    void rms_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        UnaryOperator<Dual> forward =
                x -> x.divide(x.square().meanKeep(1).plus(EPS).sqrt());
        check(new RmsNorm(dims.d(), EPS), forward, values.draw(seed, dims.n(), dims.d()), seed);
    }

    private static Dual normalised(Dual x, int... axes) {
        Dual centred = x.minus(x.meanKeep(axes));
        return centred.divide(centred.square().meanKeep(axes).plus(EPS).sqrt());
    }

    /** Every parameter with a direction of its own; {@code stretching} is the shape in which it meets x, if not its own. */
    private static void check(Layer layer, UnaryOperator<Dual> xhat, Tensor x, long seed, int... stretching) {
        Dual at = new Dual(x, Values.NORMAL.draw(seed + 1, x.shape().toArray()));
        List<Parameter> parameters = layer.parameters();
        List<Dual> directions = Stream.iterate(0, i -> i + 1)
                .limit(parameters.size())
                .map(i -> direction(parameters.get(i), seed + 2 + 2 * i))
                .toList();
        Dual y = xhat.apply(at).times(stretched(directions.get(0), stretching));
        y = directions.size() == 1 ? y : y.plus(stretched(directions.get(1), stretching));
        Tensor c = Values.NORMAL.draw(seed + 9, x.shape().toArray());

        double forward = c.dot(layer.forward(x));
        double backward = layer.backward(c).dot(at.tangent());
        for (int i = 0; i < parameters.size(); i++) {
            backward += parameters.get(i).gradient().dot(directions.get(i).tangent());
        }

        assertThat(forward).isCloseTo(c.dot(y.value()), within(1e-10));
        assertThat(backward).isCloseTo(c.dot(y.tangent()), within(1e-10));
    }

    private static Dual direction(Parameter p, long seed) {
        int[] dims = p.value().shape().toArray();
        p.set(Values.NORMAL.draw(seed, dims));
        return new Dual(p.value(), Values.NORMAL.draw(seed + 1, dims));
    }

    private static Dual stretched(Dual parameter, int... stretching) {
        return stretching.length == 0 ? parameter : parameter.reshape(stretching);
    }
}
