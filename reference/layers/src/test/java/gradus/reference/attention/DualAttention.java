package gradus.reference.attention;

import gradus.reference.Dual;
import gradus.tensor.Tensor;

/** Attention once more, in arithmetic that carries a derivative forward. */
final class DualAttention {
    private DualAttention() {}

    /** softmax(q kᵀ / √d) v, a mask of 1 and 0 over the scores. */
    static Dual attend(Dual q, Dual k, Dual v, Tensor mask) {
        double scale = 1 / Math.sqrt(q.value().dim(-1));
        Dual s = q.matmul(k.transpose()).times(scale).where(mask, Double.NEGATIVE_INFINITY);
        Dual e = s.minus(Dual.constant(s.value().maxKeep(-1))).exp();
        return e.divide(e.sumKeep(-1)).matmul(v);
    }

    /** Its own columns for every head: (N, T, D) to (N, h, T, D/h), and back again. */
    static Dual multiHead(Dual query, Dual key, Dual value, Tensor mask, int heads, Dual[] parameters) {
        Dual q = split(query.matmul(parameters[0]).plus(parameters[1]), heads);
        Dual k = split(key.matmul(parameters[2]).plus(parameters[3]), heads);
        Dual v = split(value.matmul(parameters[4]).plus(parameters[5]), heads);
        Dual y = attend(q, k, v, mask).permute(0, 2, 1, 3);
        return y.reshape(y.value().dim(0), y.value().dim(1), query.value().dim(2))
                .matmul(parameters[6])
                .plus(parameters[7]);
    }

    private static Dual split(Dual x, int heads) {
        Tensor t = x.value();
        return x.reshape(t.dim(0), t.dim(1), heads, t.dim(2) / heads).permute(0, 2, 1, 3);
    }
}
