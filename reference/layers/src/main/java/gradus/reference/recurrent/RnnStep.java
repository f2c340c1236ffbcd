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
 * One step of a recurrent net: hNext = φ(x wx + h wh + b), with x (N, D), h and hNext (N, H), wx (D, H), wh (H, H), b (H).
 *
 * <p>Backward: da = dhNext φ'(a); dx = da wxᵀ; dh = da whᵀ; dwx += xᵀ da; dwh += hᵀ da; db += the sum of the rows of da.
 *
 * <p>Arguments are not written to; x, h and hNext are kept by reference until the next forward. Other shapes are refused with a
 * {@link ShapeException}.
 *
 * <p>Source: lecture 11; endterm 2020, 6, in columns there: h' = φ(V h + W x + b).
 */
public final class RnnStep implements Trainable {
    private final Nonlinearity nonlinearity;
    private final Parameter wx, wh, b; // (D, H), (H, H), (H)
    @Cached
    private Tensor x, h, hNext; // (N, D), (N, H), (N, H)

    /** Makes the step from D inputs to H units, with parameters 0. */
    public RnnStep(int inputs, int units, Nonlinearity nonlinearity) {
        this.nonlinearity = nonlinearity;
        wx = new Parameter("wx", inputs, units);
        wh = new Parameter("wh", units, units);
        b = new Parameter("b", units);
    }

    /** Returns hNext (N, H) for x (N, D) and h (N, H), the state before the step. */
    public Tensor forward(Tensor x, Tensor h) {
        x.require("RnnStep.forward: x", Shape.ANY, wx.value().dim(0));
        h.require("RnnStep.forward: h", x.dim(0), wh.value().dim(0));
        this.x = x;
        this.h = h;
        Tensor a = x.matmul(wx.value()).plus(h.matmul(wh.value())).plus(b.value());
        hNext = nonlinearity.of(a);
        return hNext;
    }

    /** Adds to the gradients of the parameters, and returns dx (N, D) and dh (N, H) for dhNext (N, H). */
    public Gradients backward(Tensor dhNext) {
        Forward.first("RnnStep.backward", hNext);
        dhNext.require("RnnStep.backward: dhNext", hNext.shape().toArray());
        Tensor da = dhNext.times(nonlinearity.slope(hNext));
        wx.addGradient(x.transposedMatmul(da));
        wh.addGradient(h.transposedMatmul(da));
        b.addGradient(da.sum(0));
        return new Gradients(da.matmulTransposed(wx.value()), da.matmulTransposed(wh.value()));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(wx, wh, b);
    }

    public record Gradients(Tensor dx, Tensor dh) {}
}
