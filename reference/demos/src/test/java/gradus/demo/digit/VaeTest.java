package gradus.demo.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class VaeTest {
    private static final double STEP = 1e-5;

    private final Tensor images = Tensor.uniform(Shape.of(3, Digits.PIXELS), new Seed(1));

    @Test
    void the_gradient_is_the_slope_of_both_parts_of_the_loss() {
        Vae net = new Vae(2, 5, new Seed(2));
        net.learn(images);
        for (int i = 0; i < net.parameters().size(); i++) {
            Parameter p = net.parameters().get(i);
            int at = p.value().size() / 2;

            assertThat(p.gradient().toArray()[at])
                    .as("parameter %d", i)
                    .isCloseTo((loss(i, at, STEP) - loss(i, at, -STEP)) / (2 * STEP), within(1e-6));
        }
    }

    /** The loss of the first draw, one entry of one parameter moved. */
    private double loss(int parameter, int entry, double step) {
        Vae net = new Vae(2, 5, new Seed(2));
        Tensor value = net.parameters().get(parameter).value();
        value.data()[entry] += step;
        Vae.Loss loss = net.learn(images);
        return loss.pixels() + loss.divergence();
    }
}
