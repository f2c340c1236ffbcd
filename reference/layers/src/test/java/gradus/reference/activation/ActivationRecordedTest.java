package gradus.reference.activation;

import gradus.reference.Recording;
import gradus.tensor.Layer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ActivationRecordedTest {
    @TestFactory
    Stream<DynamicTest> answers_as_recorded() {
        return Stream.of(
                        cases("identity", Identity::new),
                        cases("relu", Relu::new),
                        cases("leaky-relu", recorded -> new LeakyRelu(recorded.real(0))),
                        cases("parametric-relu", recorded -> new ParametricRelu(recorded.integer(0))),
                        cases("elu", recorded -> new Elu(recorded.real(0))),
                        cases("selu", Selu::new),
                        cases("gelu", Gelu::new),
                        cases("sigmoid", Sigmoid::new),
                        cases("tanh", Tanh::new),
                        cases("softplus", Softplus::new),
                        cases("swish", recorded -> new Swish(recorded.real(0))),
                        cases("swish-doubled", recorded -> Swish.doubled(recorded.real(0))),
                        cases("sign", Sign::new),
                        cases("square", Square::new),
                        cases("softmax", Softmax::new),
                        cases("log-softmax", LogSoftmax::new))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> cases(String name, Supplier<Layer> layer) {
        return cases(name, recorded -> layer.get());
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Layer> layer) {
        return DynamicTest.stream(
                Recording.of("activation/" + name),
                Recording::toString,
                recorded -> recorded.holds(layer.apply(recorded)));
    }
}
