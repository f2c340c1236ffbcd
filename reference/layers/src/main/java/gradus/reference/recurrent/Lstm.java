package gradus.reference.recurrent;

import gradus.reference.kernel.Kernels;
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
 * An LSTM over a sequence: for t = 1 … T, a = x_t wx + h_{t-1} wh + b, (N, 4H), in four blocks in the order i, f, o, g;
 * i, f, o = σ(block), g = tanh(block); c_t = f c_{t-1} + i g; h_t = o tanh(c_t). With x (N, T, D), h (N, T, H), wx (D, 4H),
 * wh (H, 4H), b (4H).
 *
 * <p>Backward, from T down to 1: dh_t + da_{t+1} whᵀ reaches h_t and dc_{t+1} f_{t+1} reaches c_t; {@link LstmStep} says how they
 * become da_t. dwx += Σ x_tᵀ da_t; dwh += Σ h_{t-1}ᵀ da_t; db += Σ da_t; dx_t = da_t wxᵀ, done for all steps at once.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward. T = 0 returns copies of h0 and c0.
 * Other shapes are refused with a {@link ShapeException}.
 *
 * <p>Source: lecture 11.
 */
public final class Lstm implements Trainable {
    private final Parameter wx, wh, b; // (D, 4H), (H, 4H), (4H)
    private final List<LstmCell> cells = new ArrayList<>(); // one for each step

    @Cached
    private Tensor x; // (N, T, D)

    @Cached
    private States states; // h0 and all h

    /** Makes the net from D inputs to H units, with parameters 0. */
    public Lstm(int inputs, int units) {
        int width = Gates.width("Lstm", 4, units);
        wx = new Parameter("wx", inputs, width);
        wh = new Parameter("wh", units, width);
        b = new Parameter("b", width);
    }

    /** Returns all h, and the last h and c, for x (N, T, D), and h0 and c0 (N, H) before the first step. */
    public Output forward(Tensor x, Tensor h0, Tensor c0) {
        States begun = States.of("Lstm.forward", x, wx, h0, wh);
        c0.require("Lstm.forward: c0", h0.shape().toArray());
        states = begun;
        this.x = x;
        cells.clear();
        Tensor ax = x.matmul(wx.value()).plus(b.value()); // (N, T, 4H)
        Tensor c = c0.copy();
        for (int t = 0; t < x.dim(1); t++) {
            LstmCell cell = new LstmCell(ax.select(1, t).plus(states.last().matmul(wh.value())), c);
            cells.add(cell);
            states.add(cell.h());
            c = cell.cNext();
        }
        return new Output(states.after(), states.last(), c);
    }

    /** Adds to the gradients of the parameters, and returns dx, dh0 and dc0, for dh (N, T, H), and dhLast and dcLast (N, H). */
    public Gradients backward(Tensor dh, Tensor dhLast, Tensor dcLast) {
        Forward.first("Lstm.backward", states);
        states.requireGradients("Lstm.backward", dh, dhLast);
        dcLast.require("Lstm.backward: dcLast", x.dim(0), wh.value().dim(0));
        Tensor da = Tensor.zeros(x.dim(0), x.dim(1), wh.value().dim(1));
        Tensor dhNext = dhLast.copy(); // what step t + 1 sends back to h_t
        Tensor dcNext = dcLast.copy(); // and to c_t
        for (int t = x.dim(1) - 1; t >= 0; t--) {
            Kernels.LstmGradients d = cells.get(t).backward(dh.select(1, t).plus(dhNext), dcNext);
            da.put(1, t, d.da().expand(1));
            dhNext = d.da().matmulTransposed(wh.value());
            dcNext = d.dc();
        }
        wx.addGradient(Steps.product(x, da));
        wh.addGradient(Steps.product(states.before(), da));
        b.addGradient(da.sum(0, 1));
        return new Gradients(da.matmulTransposed(wx.value()), dhNext, dcNext);
    }

    /** This net as a layer (N, T, D) to (N, T, H) that starts from zeros and shows h alone; the parameters are shared. */
    public Layer fromZero() {
        int units = wh.value().dim(0);
        return new FromZero(
                this,
                units,
                (x, zero) -> forward(x, zero, zero).h(),
                (dh, zero) -> backward(dh, zero, zero).dx());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(wx, wh, b);
    }

    /** All h (N, T, H), then the last h and c (N, H). */
    public record Output(Tensor h, Tensor hLast, Tensor cLast) {}

    public record Gradients(Tensor dx, Tensor dh0, Tensor dc0) {}
}
