package gradus.reference.graph;

import static gradus.reference.graph.Placement.LETTER;
import static gradus.reference.graph.Placement.LINE;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** A graph as a picture: values above the edges in green, gradients below them in red. */
final class SvgDrawing {
    private static final double DIAMETER = 34;
    private static final String VALUE = "#137333";
    private static final String GRADIENT = "#b3261e";

    private record Arrow(ElkEdge edge, String value, String gradient) {}

    private final Drawing drawing;
    private final Placement placement = new Placement();
    private final List<Arrow> arrows = new ArrayList<>();

    SvgDrawing(Drawing drawing) {
        this.drawing = drawing;
        drawing.nodes().forEach(node -> placement.node(node, Math.max(DIAMETER, width(node)), DIAMETER));
        drawing.nodes().forEach(this::connect);
        arrow(drawing.output(), placement.end(), drawing.gradient(drawing.output()));
        placement.arrange();
    }

    private double width(Node node) {
        return label(node).length() * LETTER + 14;
    }

    private String label(Node node) {
        return node.isLeaf() ? drawing.name(node) : node.operation().symbol();
    }

    private void connect(Node node) {
        List<String> messages = drawing.messages(node);
        for (int i = 0; i < node.parents().size(); i++) {
            arrow(node.parents().get(i), placement.of(node), messages.get(i));
        }
    }

    private void arrow(Node from, ElkNode to, String gradient) {
        String value = drawing.value(from);
        arrows.add(new Arrow(placement.edge(from, to, Math.max(value.length(), gradient.length())), value, gradient));
    }

    String text() {
        StringBuilder content = new StringBuilder();
        arrows.forEach(arrow -> content.append(Svg.arrow(Placement.corners(arrow.edge()))));
        drawing.nodes().forEach(node -> content.append(circle(node)));
        arrows.forEach(arrow -> content.append(numbers(arrow)));
        return Svg.picture(placement.width(), placement.height(), content.toString());
    }

    private String circle(Node node) {
        ElkNode place = placement.of(node);
        double middle = place.getX() + place.getWidth() / 2;
        return Svg.box(
                        place.getX(),
                        place.getY(),
                        place.getWidth(),
                        place.getHeight(),
                        node.isLeaf() ? 4 : DIAMETER / 2,
                        node.isLeaf() ? "#f2f2f2" : "white",
                        title(node))
                + Svg.text(middle, place.getY() + DIAMETER / 2 + 4.5, "#111", label(node))
                + (feedsSeveral(node)
                        ? Svg.text(middle, place.getY() + DIAMETER + LINE - 2, GRADIENT, "Σ " + drawing.gradient(node))
                        : "");
    }

    /** Whether the node's gradient is a sum of messages, and so stands on no edge. */
    private boolean feedsSeveral(Node node) {
        return !drawing.gradient(node).isEmpty()
                && placement.of(node).getOutgoingEdges().size() > 1;
    }

    private String title(Node node) {
        String gradient = drawing.gradient(node);
        return drawing.equation(node) + ": " + drawing.value(node)
                + (gradient.isEmpty() ? "" : ", gradient " + gradient);
    }

    private static String numbers(Arrow arrow) {
        ElkLabel label = arrow.edge().getLabels().get(0);
        double x = label.getX() + label.getWidth() / 2;
        double y = label.getY() + label.getHeight() / 2;
        String value = Svg.text(x, y - 5, VALUE, arrow.value());
        return arrow.gradient().isEmpty() ? value : value + Svg.text(x, y + LINE - 1, GRADIENT, arrow.gradient());
    }
}
