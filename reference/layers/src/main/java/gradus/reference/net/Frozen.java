package gradus.reference.net;

import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layer some of whose parameters, or all, keep their values: it does what the layer does, and does not show them to an optimizer.
 *
 * <p>A pretrained net is frozen so below a new head; a convolution before a normalisation goes so without its bias.
 *
 * <p>Source: lecture 11 (transfer learning).
 */
public final class Frozen implements Layer {
    private final Layer layer;
    private final List<Parameter> free;

    /** With all parameters frozen. */
    public Frozen(Layer layer) {
        this.layer = layer;
        free = List.of();
    }

    /**
     * With the named ones frozen.
     *
     * @throws IllegalArgumentException if the layer has no parameter of such a name
     */
    public Frozen(Layer layer, String... names) {
        List<String> known = layer.parameters().stream().map(Parameter::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("Frozen: expected one of " + known + " but got " + name + ".");
            }
        }
        this.layer = layer;
        free = layer.parameters().stream()
                .filter(p -> !Set.of(names).contains(p.name()))
                .toList();
    }

    @Override
    public Tensor forward(Tensor x) {
        return layer.forward(x);
    }

    @Override
    public Tensor backward(Tensor dy) {
        return layer.backward(dy);
    }

    @Override
    public List<Parameter> parameters() {
        return free;
    }

    @Override
    public Map<String, Tensor> state() {
        return layer.state();
    }

    @Override
    public void mode(Mode mode) {
        layer.mode(mode);
    }
}
