package gradus.problems;

import gradus.problems.kind.Layout;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a shape is marked.
 *
 * @param axes one letter for each entry of the key, such as {@code HWC}
 * @param orders the orders that are accepted, such as {@code CHW}; an N that the key lacks stands for a batch of 1
 * @param credits credits of groups of axes, such as HW 1 and C 1; empty where only the whole shape earns
 */
public record Axes(String axes, List<String> orders, Map<String, Double> credits) {
    public Axes {
        orders = List.copyOf(orders);
    }

    /** The shape in every accepted order, the key's own first; one of another number of axes has no order but its own. */
    List<Tensor> readings(Tensor shape) {
        return shape.rank() != 1 || shape.size() != axes.length()
                ? List.of(shape)
                : orders.stream().map(order -> reordered(shape, order)).toList();
    }

    /** The credits of the groups that are right, in the order that earns most; the first axes alone may earn, too. */
    double earned(Written answer, Tensor key) {
        return layout().earned(sides(answer, key));
    }

    /** What is wrong with a shape, in one sentence. */
    String misfit(Written answer, Tensor key) {
        return layout().misfit(sides(answer, key), product(answer.value()) == product(key));
    }

    private Layout layout() {
        return new Layout(axes, orders, credits);
    }

    private Layout.Given sides(Written answer, Tensor key) {
        return new Layout.Given() {
            @Override
            public int rank() {
                return answer.entries().size();
            }

            @Override
            public boolean fits(int place, char axis) {
                return answer.entries().get(place).standsFor(side(key, axis), 0);
            }
        };
    }

    private static double product(Tensor sides) {
        return Arrays.stream(sides.toArray()).reduce(1, (a, b) -> a * b);
    }

    /** How long an axis is; a batch that the key lacks is one of 1. */
    private double side(Tensor shape, int axis) {
        return axes.indexOf(axis) < 0 ? 1 : shape.get(axes.indexOf(axis));
    }

    private Tensor reordered(Tensor shape, String order) {
        return Tensor.of(order.chars().mapToDouble(axis -> side(shape, axis)).toArray());
    }
}
