package gradus.reference.attention;

import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/** Skeleton. */
public final class TransformerDecoderBlock implements Trainable {
    public record Gradients(Tensor dx, Tensor dmemory) {}

    public TransformerDecoderBlock(int width, int heads, int hidden, NormPlacement placement) {}

    public Tensor forward(Tensor x, Tensor memory) {
        throw new UnsupportedOperationException();
    }

    public Tensor forward(Tensor x, Tensor memory, Tensor memoryMask) {
        throw new UnsupportedOperationException();
    }

    public Gradients backward(Tensor dy) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
