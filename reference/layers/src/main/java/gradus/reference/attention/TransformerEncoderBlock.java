package gradus.reference.attention;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Skeleton. */
public final class TransformerEncoderBlock implements Layer {
    public TransformerEncoderBlock(int width, int heads, int hidden, NormPlacement placement) {}

    @Override
    public Tensor forward(Tensor x) {
        throw new UnsupportedOperationException();
    }

    public Tensor forward(Tensor x, Tensor mask) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor backward(Tensor dy) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
