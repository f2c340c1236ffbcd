package gradus.reference.activation;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import java.util.stream.Stream;

class ActivationContractTest extends LayerContract {
    @Override
    protected Stream<Sample> samples() {
        return Stream.of(
                Sample.of("relu", Relu::new, 5, 7),
                Sample.of("sigmoid", Sigmoid::new, 5, 7),
                Sample.of("tanh", Tanh::new, 5, 7),
                Sample.of("softmax", Softmax::new, 5, 7));
    }
}
