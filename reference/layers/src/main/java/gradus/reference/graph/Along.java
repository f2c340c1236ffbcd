package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reductions along some axes, which stay with length 1; each gradient goes back to the entries that its value came from. */
record Along(String symbol, List<Integer> axes, UnaryOperator<Tensor> value, Return message) implements Operation {
    /** To each entry that was added up: dx = dy, stretched. */
    static Along sum(int... axes) {
        return new Along("sum", numbers(axes), x -> x.sumKeep(axes), (dy, x) -> dy.broadcastTo(x.shape()));
    }

    /** To each of n entries an n-th. */
    static Along mean(int... axes) {
        return new Along(
                "mean",
                numbers(axes),
                x -> x.meanKeep(axes),
                (dy, x) -> dy.times((double) dy.size() / x.size()).broadcastTo(x.shape()));
    }

    /** To the first of equal maxima, and to it alone. */
    static Along max(int axis) {
        return new Along("max", numbers(axis), x -> x.maxKeep(axis), (dy, x) -> {
            int[] order = lastSwappedWith(axis, x.rank());
            Tensor turned = x.permute(order); // the axis is the last one, as picking wants it
            Tensor dx = Tensor.zeros(turned.shape());
            dx.addPick(turned.argmax(-1), dy.permute(order).select(-1, 0));
            return dx.permute(order);
        });
    }

    private static List<Integer> numbers(int... axes) {
        return Arrays.stream(axes).boxed().toList();
    }

    /** An order of the axes that is its own inverse. */
    private static int[] lastSwappedWith(int axis, int rank) {
        int[] order = IntStream.range(0, rank).toArray();
        int along = Math.floorMod(axis, rank);
        order[along] = rank - 1;
        order[rank - 1] = along;
        return order;
    }

    @Override
    public Tensor forward(List<Tensor> parents) {
        return value.apply(parents.get(0));
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        return List.of(message.to(upstream, parents.get(0)));
    }

    /** Such as {@code sum(a, axis 1)}. */
    @Override
    public String written(List<String> parents) {
        String numbers = axes.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return symbol + "(" + parents.get(0) + (axes.size() == 1 ? ", axis " : ", axes ") + numbers + ")";
    }
}
