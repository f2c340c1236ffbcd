package gradus.reference.recurrent;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.Arrays;
import java.util.List;

/**
 * A vector for every word: y = the rows of w that the tokens name, with tokens of any shape (…), w (V, D), y (…, D). The same as
 * onehot(tokens) w, without the product.
 *
 * <p>Backward: row k of dw += the sum of dy where the token is k; a word that comes twice gets both. Tokens have no gradient.
 *
 * <p>Arguments are not written to; tokens count from 0.
 *
 * <p>Source: Bengio et al. (2003), A neural probabilistic language model.
 */
public final class Embedding implements Trainable {
    private final Parameter w; // (V, D)

    @Cached
    private IntTensor tokens; // (…)

    /** Makes a table of V words with vectors of D entries, all 0. */
    public Embedding(int words, int width) {
        w = new Parameter("w", words, width);
    }

    /**
     * Returns y (…, D).
     *
     * @param tokens (…), each from 0 to V - 1
     * @throws IllegalArgumentException if a token names no row
     */
    public Tensor forward(IntTensor tokens) {
        requireWords(tokens);
        this.tokens = tokens;
        return w.value().take(tokens);
    }

    private void requireWords(IntTensor tokens) {
        int words = w.value().dim(0);
        for (int token : tokens.toArray()) {
            if (token < 0 || token >= words) {
                throw new IllegalArgumentException("Embedding.forward: tokens: expected numbers from 0 to "
                        + (words - 1) + " but got " + token + ".");
            }
        }
    }

    /**
     * Adds to the gradient of w.
     *
     * @param dy the gradient of the loss with respect to y, (…, D)
     * @throws gradus.tensor.ShapeException if it is not shaped like y
     */
    public void backward(Tensor dy) {
        Forward.first("Embedding.backward", tokens);
        int[] y = Arrays.copyOf(tokens.shape().toArray(), tokens.rank() + 1);
        y[tokens.rank()] = w.value().dim(1);
        dy.require("Embedding.backward: dy", y);
        w.gradient().addTake(tokens, dy);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w);
    }
}
