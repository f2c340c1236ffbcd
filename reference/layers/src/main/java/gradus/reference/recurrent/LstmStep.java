package gradus.reference.recurrent;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/**
 * One step of an LSTM: a = x wx + h wh + b, (N, 4H), in four blocks in the order i, f, o, g; i, f, o = σ(block), g = tanh(block);
 * cNext = f c + i g; hNext = o tanh(cNext). With x (N, D), h and c (N, H), wx (D, 4H), wh (H, 4H), b (4H).
 *
 * <p>Backward: hNext and the next step both read cNext, so dc' = dcNext + dhNext o (1 - tanh²(cNext)); dc = dc' f;
 * da = (dc' g i (1 - i), dc' c f (1 - f), dhNext tanh(cNext) o (1 - o), dc' i (1 - g²)); dx = da wxᵀ; dh = da whᵀ; dwx += xᵀ da;
 * dwh += hᵀ da; db += the sum of the rows of da. The lines between a and the new states are in {@link Kernels#lstm} and
 * {@link Kernels#lstmBackward}.
 *
 * <p>Arguments are not written to; x, h and c are kept by reference until the next forward. Other shapes are refused with a
 * {@link ShapeException}.
 *
 * <p>Source: lecture 11, whose code adds to its argument dcNext in place; here it stays as it was. The summary of the course has a
 * tanh for the output gate; σ is right.
 */
public final class LstmStep implements Trainable {
    private final Parameter wx, wh, b; // (D, 4H), (H, 4H), (4H)
    @Cached
    private Tensor x, h; // (N, D), (N, H)

    @Cached
    private LstmCell cell;

    /** Makes the step from D inputs to H units, with parameters 0. */
    public LstmStep(int inputs, int units) {
        int width = Gates.width("LstmStep", 4, units);
        wx = new Parameter("wx", inputs, width);
        wh = new Parameter("wh", units, width);
        b = new Parameter("b", width);
    }

    /** Returns hNext and cNext for x (N, D), and h and c (N, H), the output and the memory before the step. */
    public Output forward(Tensor x, Tensor h, Tensor c) {
        x.require("LstmStep.forward: x", Shape.ANY, wx.value().dim(0));
        h.require("LstmStep.forward: h", x.dim(0), wh.value().dim(0));
        c.require("LstmStep.forward: c", x.dim(0), wh.value().dim(0));
        this.x = x;
        this.h = h;
        cell = new LstmCell(x.matmul(wx.value()).plus(h.matmul(wh.value())).plus(b.value()), c);
        return new Output(cell.h(), cell.cNext());
    }

    /** Adds to the gradients of the parameters, and returns dx, dh and dc; dhNext, and dcNext other than through hNext, are (N, H). */
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

    /** The new states, each (N, H). */
    public record Output(Tensor hNext, Tensor cNext) {}

    public record Gradients(Tensor dx, Tensor dh, Tensor dc) {}
}
