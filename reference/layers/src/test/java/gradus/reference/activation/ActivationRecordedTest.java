package gradus.reference.activation;

import gradus.reference.Recording;
import gradus.tensor.Layer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ActivationRecordedTest {
    @TestFactory
    Stream<DynamicTest> answers_as_recorded() {
        return Stream.of(
                        cases("relu", Relu::new),
                        cases("sigmoid", Sigmoid::new),
                        cases("tanh", Tanh::new),
                        cases("softmax", Softmax::new))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> cases(String name, Supplier<Layer> layer) {
        return DynamicTest.stream(
                Recording.of("activation/" + name), Recording::toString, recorded -> recorded.holds(layer.get()));
    }
}
