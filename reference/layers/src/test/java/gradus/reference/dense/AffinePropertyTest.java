package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** Relations that hold for every affine map: N = 5, D = 7, M = 3. */
class AffinePropertyTest {
    private final Affine layer = new Affine(7, 3);
    private final Parameter w = layer.parameters().get(0);
    private final Parameter b = layer.parameters().get(1);

    @BeforeTry
    void clear() {
        layer.parameters().forEach(Parameter::clear);
    }

    @Property(seed = "2026", tries = 50)
    void without_bias_backward_is_the_adjoint_of_forward(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 3);
        w.set(Values.NORMAL.draw(seed + 2, 7, 3));

        double forward = dy.dot(layer.forward(x));
        double backward = layer.backward(dy).dot(x);

        assertThat(backward).isCloseTo(forward, within(1e-13 * magnitude(x) * magnitude(dy) * magnitude(w.value())));
    }

    @Property(seed = "2026", tries = 50)
    void w_and_x_meet_their_gradients_in_one_number(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 3);
        w.set(Values.NORMAL.draw(seed + 2, 7, 3));

        layer.forward(x);
        double throughX = layer.backward(dy).dot(x);
        double throughW = w.gradient().dot(w.value());

        assertThat(throughW).isCloseTo(throughX, within(1e-13 * magnitude(x) * magnitude(dy) * magnitude(w.value())));
    }

    @Property(seed = "2026", tries = 50)
    void parameter_gradients_of_a_batch_are_the_sum_over_its_parts(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 3);
        layer.forward(x);
        layer.backward(dy);
        Tensor dw = w.gradient().copy();
        Tensor db = b.gradient().copy();
        clear();

        layer.forward(x.slice(0, 0, 2));
        layer.backward(dy.slice(0, 0, 2));
        layer.forward(x.slice(0, 2, 5));
        layer.backward(dy.slice(0, 2, 5));

        assertThat(w.gradient()).isCloseTo(dw, 1e-13);
        assertThat(b.gradient()).isCloseTo(db, 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void zeros_become_the_bias(@ForAll long seed, @ForAll Values values) {
        w.set(values.draw(seed, 7, 3));
        b.set(values.draw(seed + 1, 3));

        Tensor y = layer.forward(Tensor.zeros(5, 7));

        assertThat(y).hasEntriesOf(Tensor.zeros(5, 3).plus(b.value()));
    }

    @Property(seed = "2026", tries = 50)
    void identity_weights_change_nothing(@ForAll long seed, @ForAll Values values) {
        Affine identity = new Affine(7, 7);
        identity.parameters().get(0).set(Tensor.eye(7));
        Tensor x = values.draw(seed, 5, 7);

        assertThat(identity.forward(x)).hasEntriesOf(x);
        assertThat(identity.backward(x)).hasEntriesOf(x);
    }

    @Property(seed = "2026", tries = 50)
    void is_linear_but_for_the_bias(@ForAll long seed, @ForAll Values values) {
        Tensor u = values.draw(seed, 5, 7);
        Tensor v = values.draw(seed + 1, 5, 7);
        w.set(Values.NORMAL.draw(seed + 2, 7, 3));
        b.set(Values.NORMAL.draw(seed + 3, 3));

        Tensor together = layer.forward(u.times(2).minus(v));

        assertThat(together).isWithin(layer.forward(u).times(2).minus(layer.forward(v)), 1e-12 * (1 + magnitude(u)));
    }

    /** The bias trick: a column of ones at x, and b as the last row of w. */
    @Property(seed = "2026", tries = 50)
    void a_column_of_ones_brings_the_bias_into_the_weights(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 3);
        w.set(Values.NORMAL.draw(seed + 2, 7, 3));
        b.set(Values.NORMAL.draw(seed + 3, 3));
        Affine extended = new Affine(8, 3);
        Parameter theta = extended.parameters().get(0);
        theta.set(Tensor.concat(0, w.value(), b.value().expand(0)));

        Tensor y = extended.forward(Tensor.concat(1, x, Tensor.ones(5, 1)));
        Tensor dx = extended.backward(dy);

        assertThat(y).isCloseTo(layer.forward(x), 1e-13);
        assertThat(dx.slice(1, 0, 7)).isCloseTo(layer.backward(dy), 1e-13);
        assertThat(theta.gradient().slice(0, 0, 7)).isCloseTo(w.gradient(), 1e-13);
        assertThat(theta.gradient().select(0, 7)).isCloseTo(b.gradient(), 1e-13);
    }

    /** Adding b to every row is adding the outer product of N ones and b; its transpose sums the rows. */
    @Property(seed = "2026", tries = 50)
    void the_bias_is_an_outer_product_with_ones(@ForAll long seed, @ForAll Values values) {
        b.set(values.draw(seed, 3));
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 3);

        Tensor y = layer.forward(Tensor.zeros(5, 7));
        layer.backward(dy);

        assertThat(y).hasEntriesOf(Tensor.ones(5, 1).matmul(b.value().expand(0)));
        assertThat(b.gradient()).isCloseTo(Tensor.ones(1, 5).matmul(dy).reshape(3), 1e-14);
    }

    private static double magnitude(Tensor t) {
        return Math.sqrt(t.dot(t));
    }
}
