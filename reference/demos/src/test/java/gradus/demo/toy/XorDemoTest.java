package gradus.demo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.demo.DemoContract;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.tensor.Seed;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XorDemoTest extends DemoContract {

    XorDemoTest() {
        super(new XorDemo(), 1);
    }

    @Test
    void one_neuron_cannot_do_better_than_to_guess() {
        assertThat(report.figure("loss, one neuron")).isCloseTo(Math.log(2), within(1e-9));
        assertThat(report.figure("right of 4, one neuron")).isLessThan(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_hidden_layer_has_all_four_from_every_start(long seed) {
        Report from = new XorDemo().run(new Setup(new Seed(seed), 1));

        assertThat(from.figure("right of 4, net 2-8-1")).isEqualTo(4);
        assertThat(from.figure("loss, net 2-8-1")).isLessThan(0.01);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(0, 20);
    }
}
