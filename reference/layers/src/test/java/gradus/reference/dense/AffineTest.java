package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Parameter;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AffineTest {
    /** The note on matrix derivatives, section 4: the loss is the sum of y². */
    @Test
    void works_out_the_example_of_the_note() {
        Affine layer = affine(new double[][] {{1, 1}, {1, 1}}, 0, 0);

        Tensor y = layer.forward(Tensor.of(new double[][] {{0, 1}, {2, 3}}));
        Tensor dx = layer.backward(y.times(2));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{1, 1}, {5, 5}}));
        assertThat(dx).hasEntriesOf(Tensor.of(new double[][] {{4, 4}, {20, 20}}));
        assertThat(gradient(layer, 0)).hasEntriesOf(Tensor.of(new double[][] {{20, 20}, {32, 32}}));
        assertThat(gradient(layer, 1)).hasEntriesOf(Tensor.of(12, 12));
    }

    /** The exam of February 2022, problem 6, with the upstream gradient that it prints. */
    @Test
    void works_out_the_exam_problem() {
        Affine layer = affine(new double[][] {{1}, {2}}, 2);

        Tensor y = layer.forward(Tensor.of(new double[][] {{1, 1}, {0, -1}}));
        Tensor dx = layer.backward(Tensor.of(new double[][] {{0}, {0.25}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{5}, {0}}));
        assertThat(dx).hasEntriesOf(Tensor.of(new double[][] {{0, 0}, {0.25, 0.5}}));
        assertThat(gradient(layer, 0)).hasEntriesOf(Tensor.of(new double[][] {{0}, {-0.25}}));
        assertThat(gradient(layer, 1)).hasEntriesOf(Tensor.of(0.25));
    }

    /** Lecture 2's temperatures, a column of ones in front of the features and so without b. */
    @Test
    void works_out_the_bias_trick_of_the_lecture() {
        Affine layer = affine(new double[][] {{0.2}, {0.64}, {0}, {1}, {0.14}}, 0);

        Tensor y = layer.forward(Tensor.of(new double[][] {{1, 25, 50, 2, 50}, {1, -10, 50, 0, 10}}));

        assertThat(y).isWithin(Tensor.of(new double[][] {{25.2}, {-4.8}}), 1e-14);
    }

    @Test
    void is_right_far_out() {
        Affine layer = affine(new double[][] {{1000}, {-1000}}, 1000);

        Tensor y = layer.forward(Tensor.of(new double[][] {{1000, 1000}, {1000, -1000}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{1000}, {2_001_000}}));
    }

    @Test
    void adds_to_a_gradient_that_is_already_there() {
        Affine layer = affine(new double[][] {{1}, {2}}, 2);
        layer.parameters().get(0).addGradient(Tensor.of(new double[][] {{10}, {20}}));

        layer.forward(Tensor.of(new double[][] {{1, 3}}));
        layer.backward(Tensor.of(new double[][] {{2}}));

        assertThat(gradient(layer, 0)).hasEntriesOf(Tensor.of(new double[][] {{12}, {26}}));
    }

    @Test
    void names_its_parameters_and_keeps_them() {
        Affine layer = new Affine(7, 3);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("w", "b");
        assertThat(layer.parameters()).isEqualTo(layer.parameters());
    }

    @Test
    void refuses_rows_of_another_length() {
        Affine layer = new Affine(7, 3);

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Affine.forward: x: expected shape (any, 7) but got (5, 3).");
    }

    @Test
    void refuses_an_upstream_that_is_not_shaped_like_y() {
        Affine layer = new Affine(7, 3);
        layer.forward(Tensor.zeros(5, 7));

        assertThatThrownBy(() -> layer.backward(Tensor.zeros(3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Affine.backward: dy: expected shape (5, 3) but got (3, 5). Is it transposed?");
    }

    private static Affine affine(double[][] w, double... b) {
        Affine layer = new Affine(w.length, b.length);
        layer.parameters().get(0).set(Tensor.of(w));
        layer.parameters().get(1).set(Tensor.of(b));
        return layer;
    }

    private static Tensor gradient(Affine layer, int i) {
        return layer.parameters().get(i).gradient();
    }
}
