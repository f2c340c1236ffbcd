package gradus.reference.net;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Layers one after another: y = fₙ(… f₂(f₁(x))). Without layers, y = x.
 *
 * <p>Backward: the same layers in reverse, each given what the next one returned (the chain rule).
 *
 * <p>Parameters and state are those of the layers, their names led by the layer's number from 0, as in {@code 0.w}.
 *
 * <p>Source: lecture 3 (nested layers); lecture 4 (backpropagation).
 */
public final class Sequential extends Composed {
    private final List<Layer> layers;

    /** @throws IllegalArgumentException if a layer comes twice */
    public Sequential(Layer... layers) {
        this(List.of(layers));
    }

    /** @throws IllegalArgumentException if a layer comes twice */
    public Sequential(List<? extends Layer> layers) {
        super(Parts.numbered("Sequential", layers));
        this.layers = List.copyOf(layers);
    }

    /** Returns what the last layer gives. */
    @Override
    public Tensor forward(Tensor x) {
        Tensor y = x.copy();
        for (Layer layer : layers) {
            y = layer.forward(y);
        }
        return returned(y);
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor d = required(dy).copy();
        for (int i = layers.size() - 1; i >= 0; i--) {
            d = layers.get(i).backward(d);
        }
        return d;
    }
}
