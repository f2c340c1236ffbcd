package gradus.reference.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the nodes of a drawing are called: as they were named, leaves by themselves, and the rest v1, v2, … */
final class Names {
    private final Map<Node, String> names = new HashMap<>();
    private int unnamed;

    Names(Map<String, Node> given, List<Node> nodes) {
        given.forEach((name, node) -> names.put(node, name));
        nodes.stream()
                .filter(Node::isLeaf)
                .forEach(leaf -> names.putIfAbsent(leaf, leaf.operation().symbol()));
        nodes.stream().filter(node -> !names.containsKey(node)).forEach(node -> names.put(node, next()));
    }

    /** A name that no other node has. */
    private String next() {
        String name;
        do {
            name = "v" + ++unnamed;
        } while (names.containsValue(name));
        return name;
    }

    String of(Node node) {
        return names.getOrDefault(node, "");
    }
}
