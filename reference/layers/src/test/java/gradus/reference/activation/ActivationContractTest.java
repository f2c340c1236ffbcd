package gradus.reference.activation;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import java.util.stream.Stream;

class ActivationContractTest extends LayerContract {
    @Override
    protected Stream<Sample> samples() {
        return Stream.of(
                Sample.of("identity", Identity::new, 5, 7),
                Sample.of("relu", Relu::new, 5, 7),
                Sample.of("leaky relu", () -> new LeakyRelu(0.1), 5, 7),
                Sample.of("leaky relu of images", () -> new LeakyRelu(3), 2, 5, 1, 3),
                Sample.of("parametric relu, one for all", () -> new ParametricRelu(1), 5, 7),
                Sample.of("parametric relu of a vector", () -> new ParametricRelu(1), 7),
                Sample.of("parametric relu a feature", () -> new ParametricRelu(7), 5, 7),
                Sample.of("parametric relu a channel", () -> new ParametricRelu(5), 2, 5, 1, 3),
                Sample.of("elu", () -> new Elu(1.5), 5, 7),
                Sample.of("selu", Selu::new, 5, 7),
                Sample.of("gelu", Gelu::new, 5, 7),
                Sample.of("sigmoid", Sigmoid::new, 5, 7),
                Sample.of("tanh", Tanh::new, 5, 7),
                Sample.of("softplus", Softplus::new, 5, 7),
                Sample.of("swish", () -> new Swish(1.7), 5, 7),
                Sample.of("swish doubled", () -> Swish.doubled(0.6), 2, 3, 5),
                Sample.of("step", Step::new, 5, 7),
                Sample.of("sign", Sign::new, 5, 7),
                Sample.of("square", Square::new, 5, 7),
                Sample.of("winner takes all", WinnerTakeAll::new, 5, 7),
                Sample.of("softmax", Softmax::new, 5, 7),
                Sample.of("log-softmax", LogSoftmax::new, 5, 7));
    }
}
