package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Entries put elsewhere, or left out: each gradient goes back to where its entry came from. */
record Rearranged(String symbol, UnaryOperator<Tensor> value, Return message) implements Operation {
    static Rearranged reshape(int... dims) {
        return new Rearranged("reshape", x -> x.reshape(dims), (dy, x) -> dy.reshape(x.shape()));
    }

    static Rearranged permute(int... order) {
        return new Rearranged("permute", x -> x.permute(order), (dy, x) -> dy.permute(inverse(order)));
    }

    static Rearranged slice(int axis, int from, int to) {
        return new Rearranged("slice", x -> x.slice(axis, from, to), (dy, x) -> {
            Tensor dx = Tensor.zeros(x.shape());
            dx.put(axis, from, dy);
            return dx;
        });
    }

    private static int[] inverse(int... order) {
        int[] inverse = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            inverse[Math.floorMod(order[axis], order.length)] = axis;
        }
        return inverse;
    }

    @Override
    public Tensor forward(List<Tensor> parents) {
        return value.apply(parents.get(0));
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        return List.of(message.to(upstream, parents.get(0)));
    }
}
