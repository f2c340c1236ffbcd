package gradus.reference.recurrent;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.function.UnaryOperator;

/** A recurrent net as a layer: it starts from zeros, and of its outputs only h (N, T, H) is seen. */
final class FromZero implements Layer {
    private final Trainable net;
    private final UnaryOperator<Tensor> forward; // x to h
    private final UnaryOperator<Tensor> backward; // dh to dx

    @Cached
    private Tensor h; // (N, T, H)

    FromZero(Trainable net, UnaryOperator<Tensor> forward, UnaryOperator<Tensor> backward) {
        this.net = net;
        this.forward = forward;
        this.backward = backward;
    }

    @Override
    public Tensor forward(Tensor x) {
        h = forward.apply(x);
        return h;
    }

    @Override
    public Tensor backward(Tensor dy) {
        dy.require("FromZero.backward: dy", h.shape().toArray());
        return backward.apply(dy);
    }

    @Override
    public List<Parameter> parameters() {
        return net.parameters();
    }
}
