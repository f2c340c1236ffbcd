package gradus.problems;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a shape is marked.
 *
 * @param axes one letter for each entry of the key, such as {@code HWC}
 * @param orders the orders that are accepted, such as {@code CHW}; an N that the key lacks stands for a batch of 1
 * @param credits credits of groups of axes, such as HW 1 and C 1; empty where only the whole shape earns
 */
public record Axes(String axes, List<String> orders, Map<String, Double> credits) {
    private static final char BATCH = 'N';

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
        Stream<String> beginnings = IntStream.range(1, axes.length()).mapToObj(length -> axes.substring(0, length));
        return Stream.concat(orders.stream(), beginnings)
                .mapToDouble(order -> earned(answer, key, order))
                .max()
                .orElse(0);
    }

    private double earned(Written answer, Tensor key, String order) {
        if (!answer.shape().equals(Shape.of(order.length()))) {
            return 0;
        }
        List<Entry> entries = answer.entries();
        double[] sides = reordered(key, order).toArray();
        List<Character> right = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            if (entries.get(i).standsFor(sides[i], 0)) {
                right.add(order.charAt(i));
            }
        }
        if (order.indexOf(BATCH) >= 0 && !right.contains(BATCH)) {
            return 0;
        }
        return credits.entrySet().stream()
                .filter(group -> group.getKey().chars().allMatch(axis -> right.contains((char) axis)))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private Tensor reordered(Tensor shape, String order) {
        double[] sides = order.chars()
                .mapToDouble(axis -> axis == BATCH && axes.indexOf(axis) < 0 ? 1 : shape.get(axes.indexOf(axis)))
                .toArray();
        return Tensor.of(sides);
    }
}
