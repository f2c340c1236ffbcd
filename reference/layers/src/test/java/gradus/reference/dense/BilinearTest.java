package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BilinearTest {
    /** One sample, x1 = (1, 2), x2 = (3, 4, 5), w = ((1, 0, 2), (0, 1, -1)): y = 3 + 10 + 8 - 10 + b. */
    @Test
    void works_out_a_case_by_hand() {
        Bilinear layer = new Bilinear(2, 3, 1);
        layer.parameters().get(0).set(Tensor.of(Shape.of(1, 2, 3), 1, 0, 2, 0, 1, -1));
        layer.parameters().get(1).set(Tensor.of(100));

        Tensor y = layer.forward(Tensor.of(new double[][] {{1, 2}}), Tensor.of(new double[][] {{3, 4, 5}}));
        Bilinear.Gradients d = layer.backward(Tensor.of(new double[][] {{10}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{111}}));
        assertThat(d.dx1()).hasEntriesOf(Tensor.of(new double[][] {{130, -10}}));
        assertThat(d.dx2()).hasEntriesOf(Tensor.of(new double[][] {{10, 20, 0}}));
        assertThat(gradient(layer, 0)).hasEntriesOf(Tensor.of(Shape.of(1, 2, 3), 30, 40, 50, 60, 80, 100));
        assertThat(gradient(layer, 1)).hasEntriesOf(Tensor.of(10));
    }

    @Test
    void writes_to_no_argument() {
        Bilinear layer = drawn(1, 7, 2, 3);
        Tensor x1 = Values.NORMAL.draw(5, 5, 7);
        Tensor x2 = Values.NORMAL.draw(6, 5, 2);
        layer.forward(x1, x2);
        layer.backward(Values.NORMAL.draw(7, 5, 3));

        assertThat(x1).hasEntriesOf(Values.NORMAL.draw(5, 5, 7));
        assertThat(x2).hasEntriesOf(Values.NORMAL.draw(6, 5, 2));
    }

    @Test
    void names_its_parameters() {
        assertThat(new Bilinear(7, 2, 3).parameters())
                .extracting(Parameter::name)
                .containsExactly("w", "b");
    }

    @Property(seed = "2026", tries = 50)
    void every_score_is_a_product_of_three(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x1 = values.draw(seed, dims.n(), dims.d());
        Tensor x2 = Values.NORMAL.draw(seed + 1, dims.n(), dims.t());
        Bilinear layer = drawn(seed + 2, dims.d(), dims.t(), dims.m());
        Tensor w = layer.parameters().get(0).value();

        Tensor expected = Tensor.stack(
                1,
                IntStream.range(0, dims.m())
                        .mapToObj(m -> x1.matmul(w.select(0, m)).times(x2).sum(1))
                        .toList());

        assertThat(layer.forward(x1, x2))
                .isCloseTo(expected.plus(layer.parameters().get(1).value()), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void is_linear_in_each_input(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Bilinear layer = drawn(seed + 4, dims.d(), dims.t(), dims.m());
        layer.parameters().get(1).set(Tensor.zeros(dims.m()));
        Tensor u = values.draw(seed, dims.n(), dims.d());
        Tensor v = values.draw(seed + 1, dims.n(), dims.d());
        Tensor p = values.draw(seed + 2, dims.n(), dims.t());
        Tensor q = values.draw(seed + 3, dims.n(), dims.t());

        Tensor first = layer.forward(u.times(2).minus(v), p);
        Tensor second = layer.forward(u, p.times(2).minus(q));

        double tolerance = 1e-12 * (1 + u.abs().max() * p.abs().max());
        assertThat(first).isWithin(layer.forward(u, p).times(2).minus(layer.forward(v, p)), tolerance);
        assertThat(second).isWithin(layer.forward(u, p).times(2).minus(layer.forward(u, q)), tolerance);
    }

    /** Euler's identity three times: without b, y scales with x1, with x2 and with w. */
    @Property(seed = "2026", tries = 50)
    void inputs_and_w_meet_their_gradients_in_one_number(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x1 = values.draw(seed, dims.n(), dims.d());
        Tensor x2 = Values.NORMAL.draw(seed + 1, dims.n(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.n(), dims.m());
        Bilinear layer = drawn(seed + 3, dims.d(), dims.t(), dims.m());
        layer.parameters().get(1).set(Tensor.zeros(dims.m()));

        double expected = layer.forward(x1, x2).dot(dy);
        Bilinear.Gradients d = layer.backward(dy);

        double tolerance = 1e-12 * (1 + x1.abs().max());
        assertThat(d.dx1().dot(x1)).isCloseTo(expected, within(tolerance));
        assertThat(d.dx2().dot(x2)).isCloseTo(expected, within(tolerance));
        assertThat(gradient(layer, 0).dot(layer.parameters().get(0).value())).isCloseTo(expected, within(tolerance));
    }

    @Property(seed = "2026", tries = 50)
    void exchanged_inputs_meet_turned_weights(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x1 = values.draw(seed, dims.n(), dims.d());
        Tensor x2 = values.draw(seed + 1, dims.n(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.n(), dims.m());
        Bilinear layer = drawn(seed + 3, dims.d(), dims.t(), dims.m());
        Bilinear turned = new Bilinear(dims.t(), dims.d(), dims.m());
        turned.parameters().get(0).set(layer.parameters().get(0).value().transpose());
        turned.parameters().get(1).set(layer.parameters().get(1).value());

        assertThat(turned.forward(x2, x1)).isCloseTo(layer.forward(x1, x2), 1e-13);
        Bilinear.Gradients there = layer.backward(dy);
        Bilinear.Gradients back = turned.backward(dy);

        assertThat(back.dx2()).isCloseTo(there.dx1(), 1e-13);
        assertThat(back.dx1()).isCloseTo(there.dx2(), 1e-13);
        assertThat(gradient(turned, 0)).isCloseTo(gradient(layer, 0).transpose(), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void with_the_identity_it_is_the_dot_product(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x1 = values.draw(seed, dims.n(), dims.d());
        Tensor x2 = values.draw(seed + 1, dims.n(), dims.d());
        Bilinear layer = new Bilinear(dims.d(), dims.d(), 1);
        layer.parameters().get(0).set(Tensor.eye(dims.d()).expand(0));

        assertThat(layer.forward(x1, x2)).isCloseTo(x1.times(x2).sumKeep(1), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_second_input_makes_it_an_affine_map(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x1 = values.draw(seed, dims.n(), dims.d());
        Bilinear layer = drawn(seed + 1, dims.d(), 1, dims.m());
        Affine affine = new Affine(dims.d(), dims.m());
        affine.parameters()
                .get(0)
                .set(layer.parameters().get(0).value().select(2, 0).transpose());
        affine.parameters().get(1).set(layer.parameters().get(1).value());

        assertThat(layer.forward(x1, Tensor.ones(dims.n(), 1))).isCloseTo(affine.forward(x1), 1e-13);
    }

    @Test
    void refuses_rows_of_another_length() {
        Bilinear layer = new Bilinear(7, 2, 3);

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 2), Tensor.zeros(5, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Bilinear.forward: x1: expected shape (any, 7) but got (5, 2).");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 7), Tensor.zeros(5, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Bilinear.forward: x2: expected shape (5, 2) but got (5, 7).");
    }

    @Test
    void refuses_another_number_of_samples() {
        assertThatThrownBy(() -> new Bilinear(7, 2, 3).forward(Tensor.zeros(5, 7), Tensor.zeros(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Bilinear.forward: x2: expected shape (5, 2) but got (1, 2).");
    }

    @Test
    void backward_before_any_forward_is_refused() {
        assertThatThrownBy(() -> new Bilinear(2, 3, 5).backward(Tensor.zeros(7, 5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Bilinear.backward: no forward pass yet. Call forward first.");
    }

    private static Bilinear drawn(long seed, int inputs1, int inputs2, int outputs) {
        Bilinear layer = new Bilinear(inputs1, inputs2, outputs);
        layer.parameters().get(0).set(Values.NORMAL.draw(seed, outputs, inputs1, inputs2));
        layer.parameters().get(1).set(Values.NORMAL.draw(seed + 1, outputs));
        return layer;
    }

    private static Tensor gradient(Bilinear layer, int i) {
        return layer.parameters().get(i).gradient();
    }
}
