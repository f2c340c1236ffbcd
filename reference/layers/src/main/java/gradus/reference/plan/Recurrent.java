package gradus.reference.plan;

import gradus.reference.recurrent.Gru;
import gradus.reference.recurrent.Lstm;
import gradus.reference.recurrent.Nonlinearity;
import gradus.reference.recurrent.Rnn;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/**
 * A recurrent net that starts from zeros: (T, D) to all its states (T, H), with g · (D · H + H · H) weights, g H biases (2 g H in a GRU),
 * and as many multiplications as weights at every one of T steps; g is 1, of the four gates of an LSTM 4, of a GRU 3. The last step sees
 * all of the sequence. Immutable.
 *
 * <p>Source: lecture 11; endterm 2020, 6.
 */
public record Recurrent(Kind kind, int units) implements Stage {
    /** What is done at a step. */
    public enum Kind {
        RNN_TANH(1, 1),
        RNN_RELU(1, 1),
        LSTM(4, 4),
        GRU(3, 6);

        private final int gates;
        private final int biases;

        Kind(int gates, int biases) {
            this.gates = gates;
            this.biases = biases;
        }
    }

    /** @throws IllegalArgumentException if there are no units */
    public Recurrent {
        Require.positive("Recurrent: units", units);
    }

    @Override
    public Measure after(Measure before) {
        Require.sequence("Recurrent", before);
        int steps = before.shape().dim(0);
        long weights = (long) kind.gates * units * ((long) before.shape().dim(1) + units);
        return before.learns(weights + (long) kind.biases * units)
                .multiplies(weights * steps)
                .seesAll()
                .to(steps, units);
    }

    @Override
    public Layer layer(Shape input) {
        int inputs = input.dim(1);
        return switch (kind) {
            case RNN_TANH -> new Rnn(inputs, units, Nonlinearity.TANH).fromZero();
            case RNN_RELU -> new Rnn(inputs, units, Nonlinearity.RELU).fromZero();
            case LSTM -> new Lstm(inputs, units).fromZero();
            case GRU -> new Gru(inputs, units).fromZero();
        };
    }
}
