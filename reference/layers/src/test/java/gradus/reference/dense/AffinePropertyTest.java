package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every affine map from (N, D) to (N, M). */
class AffinePropertyTest {
    @Property(seed = "2026", tries = 50)
    void without_bias_backward_is_the_adjoint_of_forward(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine layer = new Affine(dims.d(), dims.m());
        Parameter w = layer.parameters().get(0);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        w.set(Values.NORMAL.draw(seed + 2, dims.d(), dims.m()));

        double forward = dy.dot(layer.forward(x));
        double backward = layer.backward(dy).dot(x);

        assertThat(backward).isCloseTo(forward, within(1e-13 * magnitude(x) * magnitude(dy) * magnitude(w.value())));
    }

    @Property(seed = "2026", tries = 50)
    void w_and_x_meet_their_gradients_in_one_number(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine layer = new Affine(dims.d(), dims.m());
        Parameter w = layer.parameters().get(0);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        w.set(Values.NORMAL.draw(seed + 2, dims.d(), dims.m()));

        layer.forward(x);
        double throughX = layer.backward(dy).dot(x);
        double throughW = w.gradient().dot(w.value());

        assertThat(throughW).isCloseTo(throughX, within(1e-13 * magnitude(x) * magnitude(dy) * magnitude(w.value())));
    }

    @Property(seed = "2026", tries = 50)
    void parameter_gradients_of_a_batch_are_the_sum_over_its_parts(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine layer = new Affine(dims.d(), dims.m());
        Parameter w = layer.parameters().get(0);
        Parameter b = layer.parameters().get(1);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        layer.forward(x);
        layer.backward(dy);
        Tensor dw = w.gradient().copy();
        Tensor db = b.gradient().copy();
        layer.parameters().forEach(Parameter::clear);

        layer.forward(x.slice(0, 0, 1));
        layer.backward(dy.slice(0, 0, 1));
        layer.forward(x.slice(0, 1, dims.n()));
        layer.backward(dy.slice(0, 1, dims.n()));

        assertThat(w.gradient()).isCloseTo(dw, 1e-13);
        assertThat(b.gradient()).isCloseTo(db, 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void zeros_become_the_bias(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine layer = new Affine(dims.d(), dims.m());
        Parameter w = layer.parameters().get(0);
        Parameter b = layer.parameters().get(1);
        w.set(values.draw(seed, dims.d(), dims.m()));
        b.set(values.draw(seed + 1, dims.m()));

        Tensor y = layer.forward(Tensor.zeros(dims.n(), dims.d()));

        assertThat(y).hasEntriesOf(Tensor.zeros(dims.n(), dims.m()).plus(b.value()));
    }

    @Property(seed = "2026", tries = 50)
    void identity_weights_change_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine identity = new Affine(dims.d(), dims.d());
        identity.parameters().get(0).set(Tensor.eye(dims.d()));
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(identity.forward(x)).hasEntriesOf(x);
        assertThat(identity.backward(x)).hasEntriesOf(x);
    }

    @Property(seed = "2026", tries = 50)
    void is_linear_but_for_the_bias(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine layer = new Affine(dims.d(), dims.m());
        Parameter w = layer.parameters().get(0);
        Parameter b = layer.parameters().get(1);
        Tensor u = values.draw(seed, dims.n(), dims.d());
        Tensor v = values.draw(seed + 1, dims.n(), dims.d());
        w.set(Values.NORMAL.draw(seed + 2, dims.d(), dims.m()));
        b.set(Values.NORMAL.draw(seed + 3, dims.m()));

        Tensor together = layer.forward(u.times(2).minus(v));

        assertThat(together).isWithin(layer.forward(u).times(2).minus(layer.forward(v)), 1e-12 * (1 + magnitude(u)));
    }

    /** The bias trick: a column of ones at x, and b as the last row of w. */
    @Property(seed = "2026", tries = 50)
    void a_column_of_ones_brings_the_bias_into_the_weights(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine layer = new Affine(dims.d(), dims.m());
        Parameter w = layer.parameters().get(0);
        Parameter b = layer.parameters().get(1);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        w.set(Values.NORMAL.draw(seed + 2, dims.d(), dims.m()));
        b.set(Values.NORMAL.draw(seed + 3, dims.m()));
        Affine extended = new Affine(dims.d() + 1, dims.m());
        Parameter theta = extended.parameters().get(0);
        theta.set(Tensor.concat(0, w.value(), b.value().expand(0)));

        Tensor y = extended.forward(Tensor.concat(1, x, Tensor.ones(dims.n(), 1)));
        Tensor dx = extended.backward(dy);

        assertThat(y).isCloseTo(layer.forward(x), 1e-13);
        assertThat(dx.slice(1, 0, dims.d())).isCloseTo(layer.backward(dy), 1e-13);
        assertThat(theta.gradient().slice(0, 0, dims.d())).isCloseTo(w.gradient(), 1e-13);
        assertThat(theta.gradient().select(0, dims.d())).isCloseTo(b.gradient(), 1e-13);
    }

    /** Adding b to every row is adding the outer product of N ones and b; its transpose sums the rows. */
    @Property(seed = "2026", tries = 50)
    void the_bias_is_an_outer_product_with_ones(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine layer = new Affine(dims.d(), dims.m());
        Parameter b = layer.parameters().get(1);
        b.set(values.draw(seed, dims.m()));
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());

        Tensor y = layer.forward(Tensor.zeros(dims.n(), dims.d()));
        layer.backward(dy);

        assertThat(y).hasEntriesOf(Tensor.ones(dims.n(), 1).matmul(b.value().expand(0)));
        assertThat(b.gradient()).isCloseTo(Tensor.ones(1, dims.n()).matmul(dy).reshape(dims.m()), 1e-14);
    }

    private static double magnitude(Tensor t) {
        return Math.sqrt(t.dot(t));
    }
}
