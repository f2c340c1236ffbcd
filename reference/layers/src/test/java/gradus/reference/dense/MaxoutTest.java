package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.LeakyRelu;
import gradus.reference.activation.Relu;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MaxoutTest {
    /** y = max(x1 + 2 x2 + 1, 3 x1 - x2): 4 against 2 for (1, 1), and 3 against 6 for (2, 0). */
    @Test
    void works_out_two_pieces_by_hand() {
        Maxout layer = maxout(Shape.of(2, 1, 2), new double[] {1, 3, 2, -1}, 1, 0);

        Tensor y = layer.forward(Tensor.of(new double[][] {{1, 1}, {2, 0}}));
        Tensor dx = layer.backward(Tensor.of(new double[][] {{10}, {100}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{4}, {6}}));
        assertThat(dx).hasEntriesOf(Tensor.of(new double[][] {{10, 20}, {300, -100}}));
        assertThat(gradient(layer, 0)).hasEntriesOf(Tensor.of(new double[][] {{10, 200}, {10, 0}}));
        assertThat(gradient(layer, 1)).hasEntriesOf(Tensor.of(10, 100));
    }

    @Test
    void among_equals_the_first_wins() {
        Maxout layer = maxout(Shape.of(1, 1, 3), new double[] {-5, 2, 2}, 0, 0, 0);

        assertThat(layer.forward(Tensor.of(new double[][] {{3}}))).hasEntriesOf(Tensor.of(new double[][] {{6}}));
        layer.backward(Tensor.of(new double[][] {{7}}));

        assertThat(gradient(layer, 0)).hasEntriesOf(Tensor.of(new double[][] {{0, 21, 0}}));
        assertThat(gradient(layer, 1)).hasEntriesOf(Tensor.of(0, 7, 0));
    }

    @Test
    void is_right_far_out() {
        Maxout layer = maxout(Shape.of(1, 1, 2), new double[] {1, -1}, 0, 0);

        assertThat(layer.forward(Tensor.of(new double[][] {{1000}, {-1000}}))).hasEntriesOf(Tensor.of(new double[][] {
            {1000}, {1000}
        }));
        assertThat(layer.backward(Tensor.of(new double[][] {{3}, {3}}))).hasEntriesOf(Tensor.of(new double[][] {
            {3}, {-3}
        }));
    }

    /** Lecture 7: k pieces, k times the parameters. */
    @Test
    void has_the_parameters_of_an_affine_map_for_each_piece() {
        Maxout layer = new Maxout(7, 3, 5);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("w", "b");
        assertThat(layer.parameters().stream().mapToInt(p -> p.value().size()).sum())
                .isEqualTo(5 * (7 * 3 + 3));
    }

    @Property(seed = "2026", tries = 50)
    void is_the_greatest_of_its_affine_maps(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Maxout layer = drawn(seed + 1, dims.d(), dims.m(), 2);

        Tensor expected =
                piece(layer, 0, 2).forward(x).maximum(piece(layer, 1, 2).forward(x));

        assertThat(layer.forward(x)).isCloseTo(expected, 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void one_piece_is_an_affine_map(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 5, dims.n(), dims.m());
        Maxout layer = drawn(seed + 1, dims.d(), dims.m(), 1);
        Affine affine = piece(layer, 0, 1);

        assertThat(layer.forward(x)).isCloseTo(affine.forward(x), 1e-13);
        assertThat(layer.backward(dy)).isCloseTo(affine.backward(dy), 1e-13);
        assertThat(gradient(layer, 0)).isCloseTo(affine.parameters().get(0).gradient(), 1e-13);
        assertThat(gradient(layer, 1)).isCloseTo(affine.parameters().get(1).gradient(), 1e-13);
    }

    /** Lecture 7: a generalisation of the ReLUs. The maximum of x and slope x is leaky for slopes up to 1. */
    @Property(seed = "2026", tries = 50)
    void makes_a_relu_a_leaky_relu_and_an_absolute_value(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(twoSlopes(dims.d(), 1, 0).forward(x)).hasEntriesOf(new Relu().forward(x));
        assertThat(twoSlopes(dims.d(), 1, 0.1).forward(x)).hasEntriesOf(new LeakyRelu(0.1).forward(x));
        assertThat(twoSlopes(dims.d(), 1, -1).forward(x)).hasEntriesOf(x.abs());
    }

    @Property(seed = "2026", tries = 50)
    void is_convex(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor z = values.draw(seed + 9, dims.n(), dims.d());
        Maxout layer = drawn(seed + 1, dims.d(), dims.m(), dims.k());

        Tensor chord = layer.forward(x).times(0.3).plus(layer.forward(z).times(0.7));
        Tensor between = layer.forward(x.times(0.3).plus(z.times(0.7)));

        assertThat(between.minus(chord).max())
                .isLessThan(1e-12 * (1 + chord.abs().max()));
    }

    @Property(seed = "2026", tries = 50)
    void the_order_of_the_pieces_does_not_matter(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 5, dims.n(), dims.m());
        Maxout layer = drawn(seed + 1, dims.d(), dims.m(), dims.k());
        Maxout turned = new Maxout(dims.d(), dims.m(), dims.k());
        for (int i = 0; i < 2; i++) {
            turned.parameters().get(i).set(turned(layer.parameters().get(i).value(), dims.k()));
        }

        assertThat(turned.forward(x)).isCloseTo(layer.forward(x), 1e-13);
        assertThat(turned.backward(dy)).isCloseTo(layer.backward(dy), 1e-13);
        assertThat(gradient(turned, 0)).isCloseTo(turned(gradient(layer, 0), dims.k()), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void every_upstream_reaches_one_piece(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Maxout layer = drawn(seed + 1, dims.d(), dims.m(), dims.k());
        Tensor dy = Values.NORMAL.draw(seed + 5, dims.n(), dims.m());

        layer.forward(values.draw(seed, dims.n(), dims.d()));
        layer.backward(dy);

        assertThat(gradient(layer, 1).reshape(dims.m(), dims.k()).sum(1)).isCloseTo(dy.sum(0), 1e-13);
    }

    /** Without b, y scales with x as with w. */
    @Property(seed = "2026", tries = 50)
    void w_and_x_meet_their_gradients_in_one_number(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 5, dims.n(), dims.m());
        Maxout layer = drawn(seed + 1, dims.d(), dims.m(), dims.k());
        layer.parameters().get(1).set(Tensor.zeros(dims.m() * dims.k()));

        Tensor y = layer.forward(x);
        double throughX = layer.backward(dy).dot(x);
        double throughW = gradient(layer, 0).dot(layer.parameters().get(0).value());

        double tolerance = 1e-12 * (1 + x.abs().max());
        assertThat(throughX).isCloseTo(dy.dot(y), within(tolerance));
        assertThat(throughW).isCloseTo(dy.dot(y), within(tolerance));
    }

    @Test
    void refuses_rows_of_another_length() {
        assertThatThrownBy(() -> new Maxout(7, 3, 2).forward(Tensor.zeros(5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Maxout.forward: x: expected shape (any, 7) but got (5, 3).");
    }

    @Test
    void refuses_to_have_no_piece() {
        assertThatThrownBy(() -> new Maxout(7, 3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Maxout: pieces: expected 1 or more but got 0.");
    }

    private static Maxout maxout(Shape shape, double[] w, double... b) {
        Maxout layer = new Maxout(shape.dim(0), shape.dim(1), shape.dim(2));
        layer.parameters().get(0).set(Tensor.of(Shape.of(shape.dim(0), b.length), w));
        layer.parameters().get(1).set(Tensor.of(b));
        return layer;
    }

    private static Maxout drawn(long seed, int inputs, int outputs, int pieces) {
        Maxout layer = new Maxout(inputs, outputs, pieces);
        layer.parameters().get(0).set(Values.NORMAL.draw(seed, inputs, outputs * pieces));
        layer.parameters().get(1).set(Values.NORMAL.draw(seed + 1, outputs * pieces));
        return layer;
    }

    /** max(first x, second x), entry by entry of three. */
    private static Maxout twoSlopes(int features, double first, double second) {
        Maxout layer = new Maxout(features, features, 2);
        Tensor eye = Tensor.eye(features).expand(2);
        layer.parameters()
                .get(0)
                .set(Tensor.concat(2, eye.times(first), eye.times(second)).reshape(features, features * 2));
        return layer;
    }

    /** The pieces of each output in the other order. */
    private static Tensor turned(Tensor parameter, int pieces) {
        int outputs = parameter.dim(parameter.rank() - 1) / pieces;
        return parameter
                .reshape(parameter.size() / (outputs * pieces), outputs, pieces)
                .flip(2)
                .reshape(parameter.shape());
    }

    private static Affine piece(Maxout layer, int k, int pieces) {
        Tensor all = layer.parameters().get(0).value();
        int outputs = all.dim(1) / pieces;
        Tensor w = all.reshape(all.dim(0), outputs, pieces).select(2, k);
        Affine affine = new Affine(w.dim(0), w.dim(1));
        affine.parameters().get(0).set(w);
        affine.parameters()
                .get(1)
                .set(layer.parameters().get(1).value().reshape(outputs, pieces).select(1, k));
        return affine;
    }

    private static Tensor gradient(Maxout layer, int i) {
        return layer.parameters().get(i).gradient();
    }
}
