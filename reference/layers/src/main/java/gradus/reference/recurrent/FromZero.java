package gradus.reference.recurrent;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A recurrent net as a layer: it starts from zeros, and of its outputs only h (N, T, H) is seen, so that zeros come back for the last
 * states.
 */
final class FromZero implements Layer {
    private final Trainable net;
    private final int units; // H
    private final BinaryOperator<Tensor> forward; // x and zeros (N, H) to h
    private final BinaryOperator<Tensor> backward; // dh and zeros (N, H) to dx

    @Cached
    private Tensor h; // (N, T, H)

    FromZero(Trainable net, int units, BinaryOperator<Tensor> forward, BinaryOperator<Tensor> backward) {
        this.net = net;
        this.units = units;
        this.forward = forward;
        this.backward = backward;
    }

    /** The net's, by which messages call this layer: nobody sees another name. */
    String name() {
        return net.getClass().getSimpleName();
    }

    @Override
    public Tensor forward(Tensor x) {
        int samples = x.rank() == 0 ? 0 : x.dim(0); // a number is the net's to refuse
        h = forward.apply(x, Tensor.zeros(samples, units));
        return h;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Forward.first(name() + ".backward", h);
        dy.require(name() + ".backward: dy", h.shape().toArray());
        return backward.apply(dy, Tensor.zeros(dy.dim(0), units));
    }

    @Override
    public List<Parameter> parameters() {
        return net.parameters();
    }
}
