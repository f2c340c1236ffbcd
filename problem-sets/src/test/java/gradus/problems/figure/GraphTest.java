package gradus.problems.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.figure.Graph.Edge;
import gradus.problems.figure.Graph.Node;
import gradus.problems.figure.Graph.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GraphTest {
    private static Node round(String id) {
        return new Node(id, id, Shape.ROUND);
    }

    private static Shapes drawn(Graph graph) {
        return Shapes.of(new Figure("", "words", graph).svg());
    }

    private static double x(Shapes shapes, String text) {
        return Shapes.number(shapes.text(text), "x");
    }

    private static double y(Shapes shapes, String text) {
        return Shapes.number(shapes.text(text), "y");
    }

    /** The fields of nodes; those behind words have no edge. */
    private static List<Element> boxes(Shapes shapes) {
        return shapes.all("rect").stream()
                .filter(box -> box.getAttribute("stroke").equals("black"))
                .toList();
    }

    @Test
    void arrows_lead_from_node_to_node_in_layers_from_the_left() {
        Graph graph = new Graph(
                List.of(new Node("x", "x", Shape.TEXT), round("h"), new Node("k", "k", Shape.BOX), round("y")),
                List.of(
                        new Edge("x", "h", "w"),
                        new Edge("x", "k", ""),
                        new Edge("h", "y", ""),
                        new Edge("k", "y", "")),
                false);

        Shapes shapes = drawn(graph);
        assertThat(x(shapes, "x")).isLessThan(x(shapes, "w"));
        assertThat(x(shapes, "w")).isLessThan(x(shapes, "h"));
        assertThat(x(shapes, "h")).isLessThan(x(shapes, "y"));
        assertThat(y(shapes, "h")).as("in the order of the nodes").isLessThan(y(shapes, "k"));
        assertThat(shapes.all("polyline")).hasSize(4);
        assertThat(shapes.all("polygon")).as("tips").hasSize(4);
        assertThat(boxes(shapes)).as("a text has no box").hasSize(3);
        assertThat(boxes(shapes).stream().map(box -> Shapes.number(box, "rx"))).containsExactly(15.0, 2.0, 15.0);
        Point start = Shapes.points(shapes.all("polyline").get(2)).get(0);
        Element h = boxes(shapes).get(0);
        assertThat(start.x())
                .as("h to y begins at the right of h")
                .isCloseTo(Shapes.number(h, "x") + Shapes.number(h, "width"), within(0.02));
    }

    @Test
    void a_tip_ends_where_its_arrow_does() {
        Shapes shapes = drawn(new Graph(List.of(round("a"), round("b")), List.of(new Edge("a", "b", "")), false));

        List<Point> line = Shapes.points(shapes.all("polyline").get(0)),
                tip = Shapes.points(shapes.all("polygon").get(0));
        assertThat(tip.get(0)).isEqualTo(line.get(line.size() - 1));
        assertThat(tip.get(1).x()).isCloseTo(tip.get(0).x() - 8, within(0.02));
        assertThat(tip.get(1).y() - tip.get(2).y()).isCloseTo(7, within(0.02));
    }

    @Test
    void layers_may_go_down() {
        Shapes shapes = drawn(new Graph(List.of(round("a"), round("b")), List.of(new Edge("a", "b", "")), true));

        assertThat(y(shapes, "a")).isLessThan(y(shapes, "b"));
        assertThat(x(shapes, "a")).isEqualTo(x(shapes, "b"));
    }

    @Test
    void a_label_may_have_lines() {
        Shapes shapes = drawn(new Graph(
                List.of(new Node("a", "conv\n5x5", Shape.BOX), round("b")), List.of(new Edge("a", "b", "")), false));

        assertThat(y(shapes, "5x5") - y(shapes, "conv")).isCloseTo(Sheet.LINE, within(0.02));
        assertThat(x(shapes, "5x5")).isEqualTo(x(shapes, "conv"));
    }

    @Test
    void a_long_chain_goes_on_in_the_next_row() {
        List<Node> nodes = IntStream.range(0, 12)
                .mapToObj(i -> new Node("n" + i, "layer number " + i, Shape.BOX))
                .toList();
        List<Edge> edges = IntStream.range(1, 12)
                .mapToObj(i -> new Edge("n" + (i - 1), "n" + i, ""))
                .toList();

        Graph graph = new Graph(nodes, edges, false);
        Shapes shapes = drawn(graph);
        assertThat(graph.sheet().width()).isLessThanOrEqualTo(Layout.WIDEST);
        assertThat(y(shapes, "layer number 11")).isGreaterThan(y(shapes, "layer number 0") + 30);
        List<Edge> first = edges.subList(0, 1);
        assertThat(new Graph(nodes.subList(0, 2), first, false).sheet().height())
                .as("a short one stays in one")
                .isLessThan(60);
    }

    @Test
    void only_single_files_are_chains() {
        List<Node> nodes = List.of(round("a"), round("b"), round("c"));

        assertThat(new Graph(nodes, List.of(new Edge("a", "b", ""), new Edge("b", "c", "")), false).isChain())
                .isTrue();
        assertThat(new Graph(nodes, List.of(new Edge("a", "b", ""), new Edge("a", "c", "")), false).isChain())
                .isFalse();
        assertThat(new Graph(nodes, List.of(new Edge("a", "c", ""), new Edge("b", "c", "")), false).isChain())
                .isFalse();
    }

    @Test
    void what_does_not_hold_together_is_refused() {
        List<Node> nodes = List.of(round("a"), round("b"));

        assertThatThrownBy(() -> new Graph(nodes, List.of(new Edge("a", "c", "")), false))
                .hasMessage("the edge a -> c needs a node 'c', which is missing");
        assertThatThrownBy(() -> new Graph(nodes, List.of(new Edge("d", "a", "")), false))
                .hasMessage("the edge d -> a needs a node 'd', which is missing");
        assertThatThrownBy(() -> new Graph(nodes, List.of(new Edge("a", "a", "")), false))
                .hasMessage("the edge a -> a leads nowhere");
        assertThatThrownBy(() -> new Graph(nodes, List.of(new Edge("a", "b", "1"), new Edge("a", "b", "2")), false))
                .hasMessage("the edge a -> b stands twice");
        assertThatThrownBy(() -> new Graph(List.of(round("a"), round("a")), List.of(), false))
                .hasMessage("the node 'a' stands twice");
        assertThatThrownBy(() -> new Graph(List.of(), List.of(), false)).hasMessage("expected nodes but got none");
    }
}
