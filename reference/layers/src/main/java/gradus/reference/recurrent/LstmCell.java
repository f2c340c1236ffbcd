package gradus.reference.recurrent;

import gradus.tensor.Tensor;

/**
 * What an LSTM does entry by entry between the sums a (N, 4H) of its gates, blocks in the order i, f, o, g, and its new states:
 * i, f, o = σ(block), g = tanh(block); cNext = f c + i g; h = o tanh(cNext). All of it in one place, so that it can be fused.
 *
 * <p>Backward: dc' = dcNext + dh o (1 - tanh²(cNext)), because h and the next step both read cNext; dc = dc' f;
 * da = (dc' g i (1 - i), dc' c f (1 - f), dh tanh(cNext) o (1 - o), dc' i (1 - g²)).
 */
final class LstmCell {
    record Gradients(Tensor da, Tensor dc) {}

    private final Tensor c; // (N, H), as all below but gates
    private final Tensor gates; // i, f, o side by side, (N, 3H)
    private final Tensor i;
    private final Tensor f;
    private final Tensor o;
    private final Tensor g;
    private final Tensor cNext;
    private final Tensor u; // tanh(cNext)

    /** The cell after the step; a (N, 4H), c (N, H). */
    LstmCell(Tensor a, Tensor c) {
        int units = c.dim(1);
        this.c = c;
        gates = Sigmoids.of(a.slice(1, 0, 3 * units));
        i = gates.slice(1, 0, units);
        f = gates.slice(1, units, 2 * units);
        o = gates.slice(1, 2 * units, 3 * units);
        g = a.slice(1, 3 * units, 4 * units).tanh();
        cNext = f.times(c).plus(i.times(g));
        u = cNext.tanh();
    }

    Tensor h() {
        return o.times(u);
    }

    Tensor cNext() {
        return cNext;
    }

    /** Returns da (N, 4H) and dc (N, H). */
    Gradients backward(Tensor dh, Tensor dcNext) {
        Tensor dc = dcNext.plus(dh.times(o).times(u.square().oneMinus()));
        Tensor dgates = Tensor.concat(1, dc.times(g), dc.times(c), dh.times(u));
        Tensor dg = dc.times(i).times(g.square().oneMinus());
        return new Gradients(Tensor.concat(1, Sigmoids.backward(dgates, gates), dg), dc.times(f));
    }
}
