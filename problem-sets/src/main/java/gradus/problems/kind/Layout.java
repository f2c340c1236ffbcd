package gradus.problems.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the axes of a shape may be laid out, what they earn, and what is wrong with a shape.
 *
 * @param axes one letter for each side of the key, such as {@code HWC}
 * @param orders the orders that are accepted, such as {@code CHW}; an N that the key lacks stands for a batch
 * @param credits credits of groups of axes, such as HW 1 and C 1; empty where only the whole shape earns
 */
public record Layout(String axes, List<String> orders, Map<String, Double> credits) {
    private static final char BATCH = 'N';
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth");

    public Layout {
        orders = List.copyOf(orders);
    }

    /** An answered shape beside the key. */
    public interface Given {
        /** The number of sides that were answered. */
        int rank();

        /** Whether the side at a place, from 0, is as long as an axis of the key, or as a batch. */
        boolean fits(int place, char axis);
    }

    /** Whether some order has a batch that the key lacks. */
    boolean lacksBatch() {
        return axes.indexOf(BATCH) < 0 && orders.stream().anyMatch(order -> order.indexOf(BATCH) >= 0);
    }

    /** Whether all sides are right in one of the orders. */
    boolean isRight(Given sides) {
        return orders.stream().anyMatch(order -> isRight(sides, order));
    }

    /** The credits of the groups that are right, in the order that earns most; the first axes alone may earn, too. */
    public double earned(Given sides) {
        Stream<String> beginnings = IntStream.range(1, axes.length()).mapToObj(length -> axes.substring(0, length));
        return Stream.concat(orders.stream(), beginnings)
                .mapToDouble(order -> earned(sides, order))
                .max()
                .orElse(0);
    }

    private double earned(Given sides, String order) {
        List<Integer> wrong = wrong(sides, order);
        boolean batch = lacksBatch() && wrong.contains(order.indexOf(BATCH));
        if (sides.rank() != order.length() || batch) {
            return 0;
        }
        return credits.entrySet().stream()
                .filter(group -> group.getKey()
                        .chars()
                        .allMatch(axis -> order.indexOf(axis) >= 0 && !wrong.contains(order.indexOf(axis))))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** What is wrong, in one sentence; {@code same} says that the answer has as many entries as the key. */
    public String misfit(Given sides, boolean same) {
        List<String> alike =
                orders.stream().filter(order -> order.length() == sides.rank()).toList();
        return alike.isEmpty() ? length(sides, same) : place(sides, alike);
    }

    private String length(Given sides, boolean same) {
        int rank = sides.rank(), asked = orders.get(0).length();
        if (orders.stream().anyMatch(order -> isRight(sides, order.replace(String.valueOf(BATCH), "")))) {
            return "The batch axis is missing.";
        }
        boolean more = rank > 1 && orders.stream().anyMatch(order -> isRight(shifted(sides), order));
        if (more) {
            return "The first axis is one too many: this is a single shape, not a batch of them.";
        }
        String axes = rank + (rank == 1 ? " axis" : " axes") + " where " + asked
                + (asked == 1 ? " is asked for." : " are asked for.");
        return same ? "This holds as many entries, but along " + axes : "This has " + axes;
    }

    private static Given shifted(Given sides) {
        return new Given() {
            @Override
            public int rank() {
                return sides.rank() - 1;
            }

            @Override
            public boolean fits(int place, char axis) {
                return sides.fits(place + 1, axis);
            }
        };
    }

    private String place(Given sides, List<String> alike) {
        if (alike.stream().anyMatch(order -> isPermuted(sides, order, 0))) {
            return sides.rank() == 2 ? "The shape is transposed." : "The sides are right, but not their order.";
        }
        List<Integer> wrong = alike.stream()
                .map(order -> wrong(sides, order))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
        return wrong.size() == sides.rank() || sides.rank() > ORDINALS.size()
                ? "Not right."
                : wrong.stream().map(ORDINALS::get).collect(Collectors.joining(" and the ", "The ", " axis"))
                        + (wrong.size() == 1 ? " is wrong." : " are wrong.");
    }

    /** Whether the sides from a place on are, in some order, those axes that are left. */
    private static boolean isPermuted(Given sides, String left, int place) {
        return left.isEmpty()
                || IntStream.range(0, left.length())
                        .filter(i -> sides.fits(place, left.charAt(i)))
                        .anyMatch(i -> isPermuted(sides, left.substring(0, i) + left.substring(i + 1), place + 1));
    }

    private static boolean isRight(Given sides, String order) {
        return sides.rank() == order.length() && wrong(sides, order).isEmpty();
    }

    /** The places, from 0, that do not fit an order of as many axes. */
    private static List<Integer> wrong(Given sides, String order) {
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < Math.min(sides.rank(), order.length()); i++) {
            if (!sides.fits(i, order.charAt(i))) {
                wrong.add(i);
            }
        }
        return wrong;
    }
}
