package gradus.reference.optim.minimize;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Recording;
import gradus.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** PyTorch's L-BFGS without a line search: the first rate is min(1, 1 / Σ |g|), all others are 1. */
class LbfgsRecordedTest {
    @TestFactory
    Stream<DynamicTest> goes_as_recorded() {
        return DynamicTest.stream(Recording.of("optim/lbfgs"), Recording::toString, recorded -> {
            Quadratic f = new Quadratic(recorded.input(1), recorded.input(2));
            Tensor start = recorded.input(0);
            LineSearch search = line -> line.x().dot(line.x()) == start.dot(start)
                    ? Math.min(1, 1 / line.direction().abs().sum())
                    : 1;
            for (int steps = 1; steps <= recorded.integer(1); steps++) {
                Stopping stopping = new Stopping(0, 0, steps);

                Minimum reached = new Lbfgs(recorded.integer(0), search, stopping).minimize(f, start);

                assertThat(reached.steps()).isEqualTo(steps);
                assertThat(reached.x())
                        .isCloseTo(recorded.expected("points").select(0, steps - 1), Recording.TOLERANCE);
            }
        });
    }
}
