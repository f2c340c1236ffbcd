package gradus.demo.sequence;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;

/** A layer of rows, done at every step of sequences: x (N, T, D) becomes y (N, T, M). Backward: the layer's own, of all N T rows. */
final class Stepwise implements Layer {
    private final Layer layer;

    @Cached
    private Shape shape; // of x

    Stepwise(Layer layer) {
        this.layer = layer;
    }

    @Override
    public Tensor forward(Tensor x) {
        shape = x.shape();
        return layer.forward(x.reshape(x.dim(0) * x.dim(1), x.dim(2))).reshape(x.dim(0), x.dim(1), -1);
    }

    @Override
    public Tensor backward(Tensor dy) {
        return layer.backward(dy.reshape(dy.dim(0) * dy.dim(1), dy.dim(2))).reshape(shape);
    }

    @Override
    public List<Parameter> parameters() {
        return layer.parameters();
    }
}
