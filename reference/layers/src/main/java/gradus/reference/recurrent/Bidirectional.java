package gradus.reference.recurrent;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a sequence in both directions: y = (p(x), reversed q(reversed x)) side by side, with two layers p from (N, T, D) to (N, T, H)
 * and q from (N, T, D) to (N, T, K), and y (N, T, H + K). So y_t knows what comes before t and what comes after.
 *
 * <p>Backward: dx = p's for the first H columns of dy + the reversed of q's for the reversed others.
 *
 * <p>Arguments are not written to. The layers are used and not copied; their parameters and state appear as forward.… and backward.….
 * Other shapes are refused with a {@link ShapeException}.
 *
 * <p>Source: Schuster and Paliwal (1997), Bidirectional recurrent neural networks.
 */
public final class Bidirectional implements Layer {
    private static final int TIME = 1;
    private static final int WIDTH = 2;

    private final Layer ahead;
    private final Layer back;
    private final List<Parameter> parameters;

    @Cached
    private Tensor y; // (N, T, H + K)

    @Cached
    private int split; // H

    /** Reads with one layer from the first step to the last, and with another, which must not be the same, from the last to the first. */
    public Bidirectional(Layer ahead, Layer back) {
        if (ahead == back) {
            throw new IllegalArgumentException("Bidirectional: back: expected a layer of its own but got the one ahead."
                    + " A layer remembers its last forward alone.");
        }
        this.ahead = ahead;
        this.back = back;
        parameters = Stream.concat(named("forward.", ahead), named("backward.", back))
                .toList();
    }

    /** Returns y (N, T, H + K) for x (N, T, D). */
    @Override
    public Tensor forward(Tensor x) {
        x.require("Bidirectional.forward: x", Shape.ANY, Shape.ANY, Shape.ANY);
        Tensor before = ahead.forward(x);
        Tensor after = back.forward(x.flip(TIME)).flip(TIME);
        split = before.dim(WIDTH);
        y = Tensor.concat(WIDTH, before, after);
        return y;
    }

    /** Adds to the gradients of both layers' parameters, and returns dx (N, T, D) for dy (N, T, H + K). */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Bidirectional.backward", y);
        dy.require("Bidirectional.backward: dy", y.shape().toArray());
        Tensor dBefore = dy.slice(WIDTH, 0, split);
        Tensor dAfter = dy.slice(WIDTH, split, dy.dim(WIDTH));
        return ahead.backward(dBefore).plus(back.backward(dAfter.flip(TIME)).flip(TIME));
    }

    @Override
    public void mode(Mode mode) {
        ahead.mode(mode);
        back.mode(mode);
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        ahead.state().forEach((key, value) -> all.put("forward." + key, value));
        back.state().forEach((key, value) -> all.put("backward." + key, value));
        return all;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    private static Stream<Parameter> named(String prefix, Layer layer) {
        return layer.parameters().stream().map(p -> p.named(prefix + p.name()));
    }
}
