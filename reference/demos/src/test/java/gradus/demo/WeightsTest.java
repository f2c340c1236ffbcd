package gradus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.dense.Affine;
import gradus.reference.init.Constant;
import gradus.reference.init.Gaussian;
import gradus.tensor.Seed;
import org.junit.jupiter.api.Test;

class WeightsTest {

    @Test
    void matrices_are_drawn_and_biases_stay() {
        Affine affine = Weights.draw(new Affine(2, 3), new Constant(7), new Seed(0));

        assertThat(affine.parameters().get(0).value().toArray()).containsOnly(7.0);
        assertThat(affine.parameters().get(1).value().toArray()).containsOnly(0.0);
    }

    @Test
    void the_seed_decides_what_is_drawn() {
        assertThat(drawn(1)).isEqualTo(drawn(1)).isNotEqualTo(drawn(2));
    }

    private static double[] drawn(long seed) {
        return Weights.draw(new Affine(2, 3), new Gaussian(1), new Seed(seed))
                .parameters()
                .get(0)
                .value()
                .toArray();
    }
}
