package gradus.problems.figure;

import gradus.problems.figure.Mark.Anchor;
import gradus.problems.figure.Mark.Box;
import gradus.problems.figure.Mark.Line;
import gradus.problems.figure.Mark.Style;
import gradus.problems.figure.Mark.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nodes and arrows between them: a network, a computational graph, or the layers of an architecture. */
public record Graph(List<Node> nodes, List<Edge> edges, boolean down) implements Picture {
    /** What stands around a node's label. */
    public enum Shape {
        /** A circle, which grows with the label: a unit or an operation. */
        ROUND,
        /** A layer or a block. */
        BOX,
        /** Nothing: an input or an output. */
        TEXT
    }

    /** A node, whose label may have several lines. */
    public record Node(String id, String label, Shape shape) {
        static final double LEAST = 30;

        List<String> lines() {
            return List.of(label.split("\n", -1));
        }

        double width() {
            double text = lines().stream().mapToDouble(Sheet::width).max().orElse(0);
            return shape == Shape.TEXT ? text + 8 : Math.max(LEAST, text + 16);
        }

        double height() {
            double text = lines().size() * Sheet.LINE;
            return shape == Shape.TEXT ? text + 4 : Math.max(LEAST, text + 12);
        }
    }

    /** An arrow; an empty label is none. */
    public record Edge(String from, String to, String label) {}

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("the node '" + node.id() + "' stands twice");
            }
        }
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("expected nodes but got none");
        }
        Set<List<String>> drawn = new HashSet<>();
        for (Edge edge : edges) {
            if (!drawn.add(List.of(edge.from(), edge.to()))) {
                throw new IllegalArgumentException("the edge " + edge.from() + " -> " + edge.to() + " stands twice");
            }
            requireNode(ids, edge.from(), edge);
            requireNode(ids, edge.to(), edge);
            if (edge.from().equals(edge.to())) {
                throw new IllegalArgumentException("the edge " + edge.from() + " -> " + edge.to() + " leads nowhere");
            }
        }
    }

    private static void requireNode(Set<String> ids, String id, Edge edge) {
        if (!ids.contains(id)) {
            throw new IllegalArgumentException(
                    "the edge " + edge.from() + " -> " + edge.to() + " needs a node '" + id + "', which is missing");
        }
    }

    /** Whether every node has one follower at most, and follows one at most. */
    boolean isChain() {
        return edges.stream().map(Edge::from).distinct().count() == edges.size()
                && edges.stream().map(Edge::to).distinct().count() == edges.size();
    }

    @Override
    public Sheet sheet() {
        Layout layout = Layout.of(this);
        List<Mark> marks = new ArrayList<>();
        edges.forEach(edge -> marks.add(new Line(layout.corners(edge), Style.THIN, true)));
        nodes.forEach(node -> node(node, layout.place(node), marks));
        edges.stream()
                .filter(edge -> !edge.label().isEmpty())
                .forEach(edge -> marks.add(new Words(edge.label(), layout.label(edge), Anchor.MIDDLE, false, true)));
        return new Sheet(layout.width(), layout.height(), marks);
    }

    private static void node(Node node, Point corner, List<Mark> marks) {
        double width = node.width(), height = node.height();
        if (node.shape() != Shape.TEXT) {
            double radius = node.shape() == Shape.BOX ? 2 : Math.min(width, height) / 2;
            marks.add(new Box(corner.x(), corner.y(), width, height, radius));
        }
        List<String> lines = node.lines();
        for (int i = 0; i < lines.size(); i++) {
            double y = corner.y() + height / 2 + (i - (lines.size() - 1) / 2.0) * Sheet.LINE;
            marks.add(new Words(lines.get(i), new Point(corner.x() + width / 2, y), Anchor.MIDDLE));
        }
    }
}
