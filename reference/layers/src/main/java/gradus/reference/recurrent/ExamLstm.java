package gradus.reference.recurrent;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/**
 * One step of the LSTM as an exam defines it, without biases and without a tanh before the output: a = x wx + h wh, (N, 4H), in four
 * blocks; output o = g₁ = σ(block 0), forget f = g₂ = σ(block 1), update i = g₃ = σ(block 2), candidate g = tanh(block 3);
 * cNext = f c + i g; hNext = o cNext. With x (N, D), h and c (N, H), wx (D, 4H), wh (H, 4H). Hence |hNext| may exceed 1.
 *
 * <p>Backward: dc' = dcNext + dhNext o; dc = dc' f; da = (dhNext cNext o (1 - o), dc' c f (1 - f), dc' g i (1 - i), dc' i (1 - g²));
 * dx = da wxᵀ; dh = da whᵀ; dwx += xᵀ da; dwh += hᵀ da.
 *
 * <p>Arguments are not written to; x, h and c are kept by reference until the next forward. Other shapes are refused with a
 * {@link ShapeException}.
 *
 * <p>Source: endterm 2020, 6e. Lecture 11 differs: {@link LstmStep}.
 */
public final class ExamLstm implements Trainable {
    private final Parameter wx, wh; // (D, 4H), (H, 4H)
    @Cached
    private Tensor x, gates; // (N, D); o, f, i side by side, (N, 3H)
    @Cached
    private Tensor h, c, g, cNext; // (N, H) each

    /** Makes the step from D inputs to H units, with parameters 0. */
    public ExamLstm(int inputs, int units) {
        int width = Gates.width("ExamLstm", 4, units);
        wx = new Parameter("wx", inputs, width);
        wh = new Parameter("wh", units, width);
    }

    /** Returns hNext and cNext for x (N, D), and h and c (N, H), the output and the memory before the step. */
    public Output forward(Tensor x, Tensor h, Tensor c) {
        x.require("ExamLstm.forward: x", Shape.ANY, wx.value().dim(0));
        h.require("ExamLstm.forward: h", x.dim(0), units());
        c.require("ExamLstm.forward: c", x.dim(0), units());
        this.x = x;
        this.h = h;
        this.c = c;
        Tensor a = x.matmul(wx.value()).plus(h.matmul(wh.value()));
        gates = Sigmoids.of(a.slice(1, 0, 3 * units()));
        g = block(a, 3).tanh();
        cNext = block(gates, 1).times(c).plus(block(gates, 2).times(g));
        return new Output(block(gates, 0).times(cNext), cNext);
    }

    /** Adds to the gradients of the parameters, and returns dx, dh and dc; dhNext, and dcNext other than through hNext, are (N, H). */
    public Gradients backward(Tensor dhNext, Tensor dcNext) {
        Forward.first("ExamLstm.backward", cNext);
        dhNext.require("ExamLstm.backward: dhNext", h.shape().toArray());
        dcNext.require("ExamLstm.backward: dcNext", h.shape().toArray());
        Tensor d = dcNext.plus(dhNext.times(block(gates, 0)));
        Tensor dgates = Tensor.concat(1, dhNext.times(cNext), d.times(c), d.times(g));
        Tensor dg = d.times(block(gates, 2)).times(g.square().oneMinus());
        Tensor da = Tensor.concat(1, Sigmoids.backward(dgates, gates), dg);
        wx.addGradient(x.transposedMatmul(da));
        wh.addGradient(h.transposedMatmul(da));
        return new Gradients(
                da.matmulTransposed(wx.value()), da.matmulTransposed(wh.value()), d.times(block(gates, 1)));
    }

    private Tensor block(Tensor a, int k) {
        return a.slice(1, k * units(), (k + 1) * units());
    }

    private int units() {
        return wh.value().dim(0);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(wx, wh);
    }

    /** The new states, each (N, H). */
    public record Output(Tensor hNext, Tensor cNext) {}

    public record Gradients(Tensor dx, Tensor dh, Tensor dc) {}
}
