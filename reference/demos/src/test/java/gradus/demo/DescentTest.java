package gradus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.dense.Affine;
import gradus.reference.optim.GradientDescent;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DescentTest {

    @Test
    void every_parameter_goes_against_its_gradient() {
        Affine affine = new Affine(1, 1);
        Descent descent = new Descent(affine, GradientDescent::new, 0.5);

        affine.forward(Tensor.of(new double[][] {{3}}));
        affine.backward(Tensor.of(new double[][] {{2}}));
        descent.step();

        assertThat(affine.parameters().get(0).value().toArray()).containsExactly(-3);
        assertThat(affine.parameters().get(1).value().toArray()).containsExactly(-1);
    }

    @Test
    void cleared_gradients_move_nothing() {
        Affine affine = new Affine(1, 1);
        Descent descent = new Descent(affine, GradientDescent::new, 0.5);

        affine.forward(Tensor.of(new double[][] {{3}}));
        affine.backward(Tensor.of(new double[][] {{2}}));
        descent.clear();
        descent.step();

        assertThat(affine.parameters().get(0).value().toArray()).containsExactly(0);
    }
}
