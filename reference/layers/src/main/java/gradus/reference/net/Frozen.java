package gradus.reference.net;

import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layer some of whose parameters, or all, keep their values: y = layer(x), x and y of the layer's shapes, and the frozen ones are not shown
 * to an optimizer.
 *
 * <p>Backward: dx is the layer's, so that what comes before learns on; frozen parameters collect gradients that nobody takes.
 *
 * <p>With all parameters frozen the layer is always in use, also while the net around it is trained: running statistics stay as they are, and
 * nothing is dropped. With some of them frozen it goes on training as it is told.
 *
 * <p>A pretrained net is frozen so below a new head; a convolution before a normalisation goes so without its bias. The layer is kept, not
 * copied; arguments are not written to, and what is kept of them is the layer's.
 *
 * <p>Source: lecture 11 (transfer learning).
 */
public final class Frozen implements Layer {
    private final Layer layer;
    private final List<Parameter> free;
    private final boolean whole;

    /** With all parameters frozen, and all else that training changes. */
    public Frozen(Layer layer) {
        this.layer = layer;
        free = List.of();
        whole = true;
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
        whole = false;
    }

    /** Returns the layer's answer, that in use if all is frozen. */
    @Override
    public Tensor forward(Tensor x) {
        if (whole) {
            layer.mode(Mode.EVAL); // here, as the layer may be trained elsewhere in between
        }
        return layer.forward(x);
    }

    /** Returns the layer's dx. */
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
        if (!whole) {
            layer.mode(mode);
        }
    }
}
