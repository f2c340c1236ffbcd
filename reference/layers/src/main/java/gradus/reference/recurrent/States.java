package gradus.reference.recurrent;

import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** The states of a sequence, h_0 and one for every step, in one tensor (N, T + 1, H). */
final class States {
    private final Tensor all;
    private Tensor last;
    private int steps;

    /** Begins with a copy of h0 (N, H); there will be T more. */
    States(Tensor h0, int length) {
        all = Tensor.zeros(h0.dim(0), length + 1, h0.dim(1));
        last = h0.copy();
        all.put(1, 0, h0.expand(1));
    }

    /** Begins with h0 (N, H) for x (N, T, D), which must suit wx (D, …) and wh (H, …); the method begins the message. */
    static States of(String method, Tensor x, Parameter wx, Tensor h0, Parameter wh) {
        x.require(method + ": x", Shape.ANY, Shape.ANY, wx.value().dim(0));
        h0.require(method + ": h0", x.dim(0), wh.value().dim(0));
        return new States(h0, x.dim(1));
    }

    /** Refuses gradients that are not shaped like all states but h_0, or the last. */
    void requireGradients(String method, Tensor dh, Tensor dhLast) {
        dh.require(method + ": dh", all.dim(0), all.dim(1) - 1, all.dim(2));
        dhLast.require(method + ": dhLast", last.shape().toArray());
    }

    void add(Tensor h) {
        steps++;
        all.put(1, steps, h.expand(1));
        last = h;
    }

    /** The newest state (N, H). */
    Tensor last() {
        return last;
    }

    /** h_0 to h_{T-1}, (N, T, H): what each step started from. */
    Tensor before() {
        return all.slice(1, 0, all.dim(1) - 1);
    }

    /** h_1 to h_T, (N, T, H): what each step gave. */
    Tensor after() {
        return all.slice(1, 1, all.dim(1));
    }
}
