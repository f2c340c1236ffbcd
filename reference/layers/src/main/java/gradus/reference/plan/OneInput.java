package gradus.reference.plan;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.function.UnaryOperator;

/** A trainable of several inputs, or of tokens, as a layer of one tensor; its parameters are shared. */
record OneInput(Trainable net, UnaryOperator<Tensor> ahead, UnaryOperator<Tensor> back) implements Layer {
    @Override
    public Tensor forward(Tensor x) {
        return ahead.apply(x);
    }

    @Override
    public Tensor backward(Tensor dy) {
        return back.apply(dy);
    }

    @Override
    public List<Parameter> parameters() {
        return net.parameters();
    }
}
