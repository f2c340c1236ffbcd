package gradus.reference.recurrent;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.ArrayList;
import java.util.List;

/**
 * A gated recurrent unit over a sequence, in the form of PyTorch and cuDNN, where the reset works on the product h wh and not on h:
 * for t = 1 … T, ax = x_t wx + bx and ah = h_{t-1} wh + bh, (N, 3H), in three blocks in the order r, z, n; r = σ(ax_r + ah_r),
 * z = σ(ax_z + ah_z), n = tanh(ax_n + r ah_n); h_t = (1 - z) n + z h_{t-1}: z = 1 keeps the state. With x (N, T, D), h (N, T, H),
 * wx (D, 3H), wh (H, 3H), bx and bh (3H).
 *
 * <p>Backward, from T down to 1: {@link GruCell} takes dh_t + what step t + 1 sends to dax_t and dah_t. dwx += Σ x_tᵀ dax_t;
 * dwh += Σ h_{t-1}ᵀ dah_t; dbx += Σ dax_t; dbh += Σ dah_t; dx_t = dax_t wxᵀ; to h_{t-1} go dah_t whᵀ + dh_t z.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward. T = 0 returns a copy of h0 as hLast.
 * Other shapes are refused with a {@link ShapeException}.
 *
 * <p>Source: Cho et al. (2014), Learning phrase representations; the order of reset and product as in PyTorch's documentation.
 */
public final class Gru implements Trainable {
    private final Parameter wx, wh, bx, bh; // (D, 3H), (H, 3H), (3H), (3H)
    private final List<GruCell> cells = new ArrayList<>(); // one for each step

    @Cached
    private Tensor x; // (N, T, D)

    @Cached
    private States states; // h0 and all h

    /** Makes the net from D inputs to H units, with parameters 0. */
    public Gru(int inputs, int units) {
        int width = Gates.width("Gru", 3, units);
        wx = new Parameter("wx", inputs, width);
        wh = new Parameter("wh", units, width);
        bx = new Parameter("bx", width);
        bh = new Parameter("bh", width);
    }

    /** Returns all h and the last, for x (N, T, D) and h0 (N, H) before the first step. */
    public Output forward(Tensor x, Tensor h0) {
        states = States.of("Gru.forward", x, wx, h0, wh);
        this.x = x;
        cells.clear();
        Tensor ax = x.matmul(wx.value()).plus(bx.value()); // (N, T, 3H)
        for (int t = 0; t < x.dim(1); t++) {
            Tensor ah = states.last().matmul(wh.value()).plus(bh.value());
            GruCell cell = new GruCell(ax.select(1, t), ah, states.last());
            cells.add(cell);
            states.add(cell.hNext());
        }
        return new Output(states.after(), states.last());
    }

    /** Adds to the gradients of the parameters, and returns dx and dh0; dh (N, T, H), dhLast (N, H) other than through h. */
    public Gradients backward(Tensor dh, Tensor dhLast) {
        Forward.first("Gru.backward", states);
        states.requireGradients("Gru.backward", dh, dhLast);
        Tensor dax = Tensor.zeros(x.dim(0), x.dim(1), wh.value().dim(1));
        Tensor dah = Tensor.zeros(dax.shape());
        Tensor dhNext = dhLast.copy(); // what step t + 1 sends back to h_t
        for (int t = x.dim(1) - 1; t >= 0; t--) {
            GruCell.Gradients d = cells.get(t).backward(dh.select(1, t).plus(dhNext));
            dax.put(1, t, d.dax().expand(1));
            dah.put(1, t, d.dah().expand(1));
            dhNext = d.dah().matmulTransposed(wh.value()).plus(d.dh());
        }
        wx.addGradient(Steps.product(x, dax));
        wh.addGradient(Steps.product(states.before(), dah));
        bx.addGradient(dax.sum(0, 1));
        bh.addGradient(dah.sum(0, 1));
        return new Gradients(dax.matmulTransposed(wx.value()), dhNext);
    }

    /** This net as a layer (N, T, D) to (N, T, H) that starts from h0 = 0 and shows h alone; the parameters are shared. */
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
        return List.of(wx, wh, bx, bh);
    }

    /** All states h (N, T, H), and the last of them (N, H). */
    public record Output(Tensor h, Tensor hLast) {}

    public record Gradients(Tensor dx, Tensor dh0) {}
}
