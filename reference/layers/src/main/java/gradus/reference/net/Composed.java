package gradus.reference.net;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** A layer made of others: it learns what they learn, keeps what they keep, and passes the mode on. */
abstract class Composed implements Layer {
    private final Parts parts;

    @Cached
    private Shape output;

    Composed(Parts parts) {
        this.parts = parts;
    }

    /** Keeps the shape of what forward returns. */
    final Tensor returned(Tensor y) {
        output = y.shape();
        return y;
    }

    /** The upstream gradient, which has to be shaped like what forward returned. */
    final Tensor required(Tensor dy) {
        String where = getClass().getSimpleName() + ".backward";
        Forward.first(where, output);
        return dy.require(where + ": dy", output.toArray());
    }

    @Override
    public final List<Parameter> parameters() {
        return parts.parameters();
    }

    @Override
    public final Map<String, Tensor> state() {
        return parts.state();
    }

    @Override
    public final void mode(Mode mode) {
        parts.mode(mode);
    }
}
