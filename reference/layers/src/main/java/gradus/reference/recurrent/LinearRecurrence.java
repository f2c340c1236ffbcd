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
 * The simplest recurrence, without a nonlinearity: A_t = A_{t-1} θc + x_t θx and h_t = A_t θh for t = 1 … T, with x (N, T, D),
 * A (N, S), h (N, T, M), θc (S, S), θx (D, S), θh (S, M). The lecture writes columns, A_t = θc A_{t-1} + θx x_t, so its matrices are the
 * transposes of these.
 *
 * <p>Backward, from T down to 1: dA_t = dh_t θhᵀ + dA_{t+1} θcᵀ; dx_t = dA_t θxᵀ; dθc += Σ A_{t-1}ᵀ dA_t; dθx += Σ x_tᵀ dA_t;
 * dθh += Σ A_tᵀ dh_t. Over t steps a gradient is multiplied by θcᵀ t times: {@link Spectrum} tells what becomes of it.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward. T = 0 returns a copy of a0 as aLast.
 * Other shapes are refused with a {@link ShapeException}.
 *
 * <p>Source: lecture 11.
 */
public final class LinearRecurrence implements Trainable {
    private final Parameter thetaC, thetaX, thetaH; // (S, S), (D, S), (S, M)

    @Cached
    private Tensor x; // (N, T, D)

    @Cached
    private States states; // a0 and all A

    /** Makes the recurrence from D inputs through S states to M outputs, with parameters 0. */
    public LinearRecurrence(int inputs, int states, int outputs) {
        thetaC = new Parameter("thetaC", states, states);
        thetaX = new Parameter("thetaX", inputs, states);
        thetaH = new Parameter("thetaH", states, outputs);
    }

    /** Returns all h and the last state, for x (N, T, D) and a0 (N, S) before the first step. */
    public Output forward(Tensor x, Tensor a0) {
        int inputs = thetaX.value().dim(0);
        x.require("LinearRecurrence.forward: x", Shape.ANY, Shape.ANY, inputs);
        a0.require("LinearRecurrence.forward: a0", x.dim(0), thetaX.value().dim(1));
        this.x = x;
        states = new States(a0, x.dim(1));
        Tensor ax = x.matmul(thetaX.value()); // (N, T, S)
        for (int t = 0; t < x.dim(1); t++) {
            states.add(states.last().matmul(thetaC.value()).plus(ax.select(1, t)));
        }
        return new Output(states.after().matmul(thetaH.value()), states.last());
    }

    /** Adds to the gradients of the parameters, and returns dx and da0; dh (N, T, M), daLast (N, S) other than through h. */
    public Gradients backward(Tensor dh, Tensor daLast) {
        Forward.first("LinearRecurrence.backward", states);
        int outputs = thetaH.value().dim(1);
        dh.require("LinearRecurrence.backward: dh", x.dim(0), x.dim(1), outputs);
        daLast.require(
                "LinearRecurrence.backward: daLast", states.last().shape().toArray());
        Tensor da = dh.matmulTransposed(thetaH.value()); // (N, T, S), so far through h_t alone
        Tensor daNext = daLast.copy(); // what step t + 1 sends back to A_t
        for (int t = x.dim(1) - 1; t >= 0; t--) {
            da.add(1, t, 1, daNext.expand(1));
            daNext = da.select(1, t).matmulTransposed(thetaC.value());
        }
        thetaC.addGradient(Steps.product(states.before(), da));
        thetaX.addGradient(Steps.product(x, da));
        thetaH.addGradient(Steps.product(states.after(), dh));
        return new Gradients(da.matmulTransposed(thetaX.value()), daNext);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(thetaC, thetaX, thetaH);
    }

    /** All h (N, T, M), and the last state (N, S). */
    public record Output(Tensor h, Tensor aLast) {}

    public record Gradients(Tensor dx, Tensor da0) {}
}
