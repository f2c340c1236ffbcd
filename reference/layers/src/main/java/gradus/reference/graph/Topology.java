package gradus.reference.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Orders nodes so that every parent stands before its children. */
final class Topology {
    private Topology() {}

    /** The node and all that it needs, itself last; a node that is {@code known} is left out with what only it needs. */
    static List<Node> upTo(Node last, Predicate<Node> known) {
        List<Node> order = new ArrayList<>();
        Set<Node> entered = new HashSet<>(), left = new HashSet<>();
        Deque<Node> path = new ArrayDeque<>(List.of(last));
        while (!path.isEmpty()) {
            Node node = path.peek();
            if (known.test(node) || left.contains(node)) {
                path.pop();
            } else if (entered.add(node)) {
                for (int i = node.parents().size() - 1; i >= 0; i--) {
                    path.push(node.parents().get(i)); // the first on top, to come first
                }
            } else {
                left.add(node);
                order.add(path.pop());
            }
        }
        return order;
    }
}
