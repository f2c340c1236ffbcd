package gradus.reference.net;

import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers that a net is made of: what they learn and keep, each name led by its layer's, as in {@code 2.w}. */
final class Parts {
    private final String where;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();

    /** No layers yet, of the net whose name begins messages. */
    Parts(String net) {
        where = net + ": ";
    }

    /** Adds a layer, which has to be another than all before, for a layer remembers one forward only. */
    Parts with(String name, Layer layer) {
        layers.forEach((taken, other) -> {
            if (other == layer) {
                throw new IllegalArgumentException(where + name + ": expected a layer of its own but got that of "
                        + taken + ". A layer remembers its last forward alone.");
            }
        });
        layers.put(name, layer);
        layer.parameters().forEach(p -> parameters.add(p.named(name + "." + p.name())));
        return this;
    }

    /** Layers named by their numbers, from 0. */
    static Parts numbered(String net, List<? extends Layer> layers) {
        Parts parts = new Parts(net);
        for (int i = 0; i < layers.size(); i++) {
            parts.with(Integer.toString(i), layers.get(i));
        }
        return parts;
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    Map<String, Tensor> state() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        layers.forEach((name, layer) -> layer.state().forEach((key, value) -> all.put(name + "." + key, value)));
        return all;
    }

    void mode(Mode mode) {
        layers.values().forEach(layer -> layer.mode(mode));
    }
}
