package gradus.reference.plan;

import gradus.reference.recurrent.Embedding;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;

/**
 * A vector for every token: (T) to (T, D), with V · D numbers to learn and nothing to multiply. Its layer takes tokens as a tensor of whole
 * numbers from 0 to V - 1, and sends zeros back. Immutable.
 *
 * <p>Source: Bengio et al. (2003), A neural probabilistic language model.
 */
public record WordVectors(int words, int width) implements Stage {
    /** @throws IllegalArgumentException if there are no words, or vectors of no entries */
    public WordVectors {
        Require.positive("WordVectors: words", words);
        Require.positive("WordVectors: width", width);
    }

    @Override
    public Measure after(Measure before) {
        Require.tokens("WordVectors", before);
        return before.learns((long) words * width).to(before.shape().dim(0), width);
    }

    @Override
    public Layer layer(Shape input) {
        Embedding table = new Embedding(words, width);
        return new OneInput(table, x -> table.forward(tokens(x)), dy -> {
            table.backward(dy);
            return Tensor.zeros(dy.dim(0), dy.dim(1));
        });
    }

    private static IntTensor tokens(Tensor x) {
        return IntTensor.of(
                x.shape(),
                Arrays.stream(x.toArray()).mapToInt(token -> (int) token).toArray());
    }
}
