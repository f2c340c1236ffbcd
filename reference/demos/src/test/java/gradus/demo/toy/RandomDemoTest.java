package gradus.demo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The bands are those of three runs of the course's code. */
class RandomDemoTest extends DemoContract {

    RandomDemoTest() {
        super(new RandomDemo(), 1);
    }

    /** CS182, the two-layer net: 1000 × 100 and 100 × 10 weights, and gradients of their shapes. */
    @Test
    void has_101_000_weights() {
        Layer net = RandomDemo.net();
        net.backward(net.forward(Tensor.ones(64, 1000)));

        assertThat(net.parameters())
                .extracting(p -> p.value().shape())
                .containsExactly(Shape.of(1000, 100), Shape.of(100, 10));
        assertThat(net.parameters())
                .extracting(p -> p.gradient().shape())
                .containsExactly(Shape.of(1000, 100), Shape.of(100, 10));
        assertThat(net.parameters().stream().mapToInt(p -> p.value().size()).sum())
                .isEqualTo(101_000);
    }

    @Test
    void noise_is_learned_by_heart() {
        assertThat(report.figure("loss at the start")).isBetween(2.6e7, 3.4e7);
        assertThat(report.figure("loss at step 100")).isBetween(2e2, 8e2);
        assertThat(report.figure("loss at the end")).isBetween(2e-8, 7e-5);
    }
}
