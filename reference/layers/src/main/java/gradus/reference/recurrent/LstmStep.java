package gradus.reference.recurrent;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/**
 * One step of an LSTM: a = x wx + h wh + b, (N, 4H), in four blocks in the order i, f, o, g; i, f, o = σ(block), g = tanh(block);
 * cNext = f c + i g; hNext = o tanh(cNext). With x (N, D), h and c (N, H), wx (D, 4H), wh (H, 4H), b (4H).
 *
 * <p>Backward: what {@link LstmCell} says as far as a; then dx = da wxᵀ; dh = da whᵀ; dwx += xᵀ da; dwh += hᵀ da; db += the sum of the
 * rows of da.
 *
 * <p>Arguments are not written to; x, h and c are kept by reference until the next forward.
 *
 * <p>Source: lecture 11, whose code adds to its argument dcNext in place; here it stays as it was. The summary of the course has a
 * tanh for the output gate; σ is right.
 */
public final class LstmStep implements Trainable {
    /** The new states, each (N, H). */
    public record Output(Tensor hNext, Tensor cNext) {}

    public record Gradients(Tensor dx, Tensor dh, Tensor dc) {}

    private final Parameter wx; // (D, 4H)
    private final Parameter wh; // (H, 4H)
    private final Parameter b; // (4H)

    @Cached
    private Tensor x; // (N, D)

    @Cached
    private Tensor h; // (N, H)

    @Cached
    private LstmCell cell;

    /** Makes the step from D inputs to H units, with parameters 0. */
    public LstmStep(int inputs, int units) {
        int width = Gates.width("LstmStep", 4, units);
        wx = new Parameter("wx", inputs, width);
        wh = new Parameter("wh", units, width);
        b = new Parameter("b", width);
    }

    /**
     * Returns hNext and cNext.
     *
     * @param x (N, D)
     * @param h the output of the step before, (N, H)
     * @param c the memory before the step, (N, H)
     * @throws gradus.tensor.ShapeException if one has another shape
     */
    public Output forward(Tensor x, Tensor h, Tensor c) {
        x.require("LstmStep.forward: x", Shape.ANY, wx.value().dim(0));
        h.require("LstmStep.forward: h", x.dim(0), wh.value().dim(0));
        c.require("LstmStep.forward: c", x.dim(0), wh.value().dim(0));
        this.x = x;
        this.h = h;
        cell = new LstmCell(x.matmul(wx.value()).plus(h.matmul(wh.value())).plus(b.value()), c);
        return new Output(cell.h(), cell.cNext());
    }

    /**
     * Adds to the gradients of the parameters, and returns dx (N, D), dh (N, H) and dc (N, H).
     *
     * @param dhNext the gradient of the loss with respect to hNext, (N, H)
     * @param dcNext the gradient of the loss with respect to cNext other than through hNext, (N, H)
     * @throws gradus.tensor.ShapeException if one has another shape
     */
    public Gradients backward(Tensor dhNext, Tensor dcNext) {
        Forward.first("LstmStep.backward", cell);
        dhNext.require("LstmStep.backward: dhNext", h.shape().toArray());
        dcNext.require("LstmStep.backward: dcNext", h.shape().toArray());
        Kernels.LstmGradients d = cell.backward(dhNext, dcNext);
        wx.addGradient(x.transposedMatmul(d.da()));
        wh.addGradient(h.transposedMatmul(d.da()));
        b.addGradient(d.da().sum(0));
        return new Gradients(d.da().matmulTransposed(wx.value()), d.da().matmulTransposed(wh.value()), d.dc());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(wx, wh, b);
    }
}
