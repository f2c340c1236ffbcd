package gradus.reference.recurrent;

import gradus.tensor.Tensor;

/**
 * What a GRU does entry by entry between the sums ax and ah (N, 3H), blocks in the order r, z, n, and its new state:
 * r = σ(ax_r + ah_r), z = σ(ax_z + ah_z), n = tanh(ax_n + r ah_n); hNext = (1 - z) n + z h.
 *
 * <p>Backward: da_n = dhNext (1 - z) (1 - n²); da_r = da_n ah_n r (1 - r); da_z = dhNext (h - n) z (1 - z);
 * dax = (da_r, da_z, da_n); dah = (da_r, da_z, da_n r); dh = dhNext z, other than through ah.
 */
final class GruCell {
    record Gradients(Tensor dax, Tensor dah, Tensor dh) {}

    private final Tensor h; // (N, H), as all below but gates
    private final Tensor gates; // r, z side by side, (N, 2H)
    private final Tensor r;
    private final Tensor z;
    private final Tensor ahn;
    private final Tensor n;

    /** The cell after the step; ax and ah (N, 3H), h (N, H). */
    GruCell(Tensor ax, Tensor ah, Tensor h) {
        int units = h.dim(1);
        this.h = h;
        gates = Sigmoids.of(ax.slice(1, 0, 2 * units).plus(ah.slice(1, 0, 2 * units)));
        r = gates.slice(1, 0, units);
        z = gates.slice(1, units, 2 * units);
        ahn = ah.slice(1, 2 * units, 3 * units);
        n = ax.slice(1, 2 * units, 3 * units).plus(r.times(ahn)).tanh();
    }

    Tensor hNext() {
        return z.oneMinus().times(n).plus(z.times(h));
    }

    /** Returns dax and dah (N, 3H), and the part of dh (N, H) that does not pass ah. */
    Gradients backward(Tensor dhNext) {
        Tensor dn = dhNext.times(z.oneMinus()).times(n.square().oneMinus());
        Tensor dgates = Tensor.concat(1, dn.times(ahn), dhNext.times(h.minus(n)));
        Tensor da = Sigmoids.backward(dgates, gates);
        return new Gradients(Tensor.concat(1, da, dn), Tensor.concat(1, da, dn.times(r)), dhNext.times(z));
    }
}
