package gradus.problems.export;

import gradus.problems.kind.Order;
import java.util.ArrayList;
import java.util.List;

/** All right orders of items. */
final class Orders {
    private static final int MOST = 120;

    private Orders() {}

    /** Every right order, one only if there is but one; none if there are too many to list. */
    static List<List<String>> of(Order order) {
        if (order.before().isEmpty()) {
            return List.of(order.sequence());
        }
        List<List<String>> all = new ArrayList<>();
        extend(order, new ArrayList<>(), all);
        return all.size() > MOST ? List.of() : all;
    }

    private static void extend(Order order, List<String> begun, List<List<String>> all) {
        if (begun.size() == order.sequence().size()) {
            all.add(List.copyOf(begun));
        }
        for (String item : order.sequence()) {
            boolean next = !begun.contains(item)
                    && order.before().stream()
                            .noneMatch(pair -> pair.get(1).equals(item) && !begun.contains(pair.get(0)));
            if (next && all.size() <= MOST) {
                begun.add(item);
                extend(order, begun, all);
                begun.remove(begun.size() - 1);
            }
        }
    }
}
