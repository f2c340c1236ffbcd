package gradus.reference.recurrent;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/**
 * A recurrent net over a sequence: h_t = φ(x_t wx + h_{t-1} wh + b) for t = 1 … T, with x (N, T, D), h (N, T, H), h0 (N, H),
 * wx (D, H), wh (H, H), b (H). The same weights serve every step.
 *
 * <p>Backward, through time from T down to 1: h_t has two readers, the loss and step t + 1, so dh_t + da_{t+1} whᵀ reaches it, and
 * da_t is that times φ'. The weights' gradients are sums over time: dwx += Σ x_tᵀ da_t; dwh += Σ h_{t-1}ᵀ da_t; db += Σ da_t. The
 * products with x need no state, so they are done for all steps at once.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward. T = 0 returns a copy of h0 as hLast.
 * Other shapes are refused with a {@link ShapeException}.
 *
 * <p>Source: lecture 11; endterm 2020, 6.
 */
public final class Rnn implements Trainable {
    private final Nonlinearity nonlinearity;
    private final Parameter wx, wh, b; // (D, H), (H, H), (H)

    @Cached
    private Tensor x; // (N, T, D)

    @Cached
    private States states; // h0 and all h

    /** Makes the net from D inputs to H units, with parameters 0. */
    public Rnn(int inputs, int units, Nonlinearity nonlinearity) {
        this.nonlinearity = nonlinearity;
        wx = new Parameter("wx", inputs, units);
        wh = new Parameter("wh", units, units);
        b = new Parameter("b", units);
    }

    /** Returns all h and the last, for x (N, T, D) and h0 (N, H) before the first step. */
    public Output forward(Tensor x, Tensor h0) {
        states = States.of("Rnn.forward", x, wx, h0, wh);
        this.x = x;
        Tensor ax = x.matmul(wx.value()).plus(b.value()); // (N, T, H)
        for (int t = 0; t < x.dim(1); t++) {
            Tensor a = ax.select(1, t).plus(states.last().matmul(wh.value()));
            states.add(nonlinearity.of(a));
        }
        return new Output(states.after(), states.last());
    }

    /** Adds to the gradients of the parameters, and returns dx and dh0; dh (N, T, H), dhLast (N, H) other than through h. */
    public Gradients backward(Tensor dh, Tensor dhLast) {
        Forward.first("Rnn.backward", states);
        states.requireGradients("Rnn.backward", dh, dhLast);
        Tensor slope = nonlinearity.slope(states.after());
        Tensor da = Tensor.zeros(dh.shape());
        Tensor dhNext = dhLast.copy(); // what step t + 1 sends back to h_t
        for (int t = x.dim(1) - 1; t >= 0; t--) {
            Tensor step = dh.select(1, t).plus(dhNext).times(slope.select(1, t));
            da.put(1, t, step.expand(1));
            dhNext = step.matmulTransposed(wh.value());
        }
        wx.addGradient(Steps.product(x, da));
        wh.addGradient(Steps.product(states.before(), da));
        b.addGradient(da.sum(0, 1));
        return new Gradients(da.matmulTransposed(wx.value()), dhNext);
    }

    /** This net as a layer (N, T, D) to (N, T, H) that starts from h0 = 0 and does not show hLast; the parameters are shared. */
    public Layer fromZero() {
        int units = wh.value().dim(0);
        return new FromZero(
                this,
                units,
                (x, zero) -> forward(x, zero).h(),
                (dh, zero) -> backward(dh, zero).dx());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(wx, wh, b);
    }

    /** All states h (N, T, H), and the last of them (N, H). */
    public record Output(Tensor h, Tensor hLast) {}

    public record Gradients(Tensor dx, Tensor dh0) {}
}
