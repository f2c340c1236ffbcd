package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private final Softmax softmax = new Softmax();

    /** Lecture 7: the scores of cat, chair and car for one picture of a cat. */
    @Test
    void works_out_the_example_of_the_lecture() {
        Tensor p = softmax.forward(Tensor.of(new double[][] {{3.2, 5.1, -1.7}}));

        assertThat(p).isWithin(Tensor.of(new double[][] {{0.13, 0.87, 0.00}}), 0.005);
    }

    /** p = (1/4, 3/4); the Jacobian is 3/16 times [[1, -1], [-1, 1]]. */
    @Test
    void works_out_a_jacobian_product_by_hand() {
        softmax.forward(Tensor.of(new double[][] {{0, Math.log(3)}}));

        Tensor dx = softmax.backward(Tensor.of(new double[][] {{16, 0}}));

        assertThat(dx).isWithin(Tensor.of(new double[][] {{3, -3}}), 1e-14);
    }

    @Test
    void is_right_far_out_with_each_row_on_its_own() {
        Tensor p = softmax.forward(Tensor.of(new double[][] {{1000, -1000, 1000}, {-1000, -1000, -1000}}));

        assertThat(p).isWithin(Tensor.of(new double[][] {{0.5, 0, 0.5}, {1.0 / 3, 1.0 / 3, 1.0 / 3}}), 1e-15);
        assertThat(softmax.backward(Tensor.of(new double[][] {{4, 7, 0}, {3, 0, 0}})))
                .isWithin(Tensor.of(new double[][] {{1, 0, -1}, {2.0 / 3, -1.0 / 3, -1.0 / 3}}), 1e-15);
    }

    @Test
    void refuses_what_is_not_a_matrix() {
        assertThatThrownBy(() -> softmax.forward(Tensor.zeros(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Softmax.forward: x: expected shape (any, any) but got (3).");
    }
}
