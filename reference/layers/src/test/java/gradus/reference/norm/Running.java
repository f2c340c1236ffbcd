package gradus.reference.norm;

import static java.util.Objects.requireNonNull;

import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.Map;

/** The running statistics of a layer, live. */
record Running(Tensor mean, Tensor variance) {
    static Running of(Trainable layer) {
        Map<String, Tensor> state = layer.state();
        return new Running(requireNonNull(state.get("runningMean")), requireNonNull(state.get("runningVar")));
    }
}
