package gradus.reference.graph;

import static gradus.reference.graph.Placement.LETTER;
import static gradus.reference.graph.Placement.LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** A graph as a picture: values above the edges in green, gradients below them in red. */
final class SvgDrawing {
    private static final double MARGIN = 12;
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
        arrow(drawing.output(), placement.end(), drawing.value(drawing.output()), drawing.gradient(drawing.output()));
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
            Node parent = node.parents().get(i);
            arrow(parent, placement.of(node), drawing.value(parent), messages.isEmpty() ? "" : messages.get(i));
        }
    }

    private void arrow(Node from, ElkNode to, String value, String gradient) {
        ElkEdge edge = placement.edge(from, to, Math.max(value.length(), gradient.length()));
        arrows.add(new Arrow(edge, value, gradient));
    }

    String text() {
        double width = placement.width() + 2 * MARGIN;
        double height = placement.height() + 2 * MARGIN;
        StringBuilder svg = new StringBuilder(format("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f" font-family="DejaVu Sans, Verdana, sans-serif" font-size="13">
                <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>
                <rect width="100%%" height="100%%" fill="white"/>
                <g transform="translate(%3$.0f %3$.0f)">
                """, width, height, MARGIN));
        arrows.forEach(arrow -> svg.append(line(arrow)));
        drawing.nodes().forEach(node -> svg.append(circle(node)));
        arrows.forEach(arrow -> svg.append(numbers(arrow)));
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static String line(Arrow arrow) {
        String points = Placement.corners(arrow.edge()).stream()
                .map(number -> format("%.1f", number))
                .collect(Collectors.joining(" "));
        return format("<polyline points=\"%s\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#tip)\"/>%n", points);
    }

    private String circle(Node node) {
        ElkNode place = placement.of(node);
        String shape = format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\" stroke=\"#333\"><title>%s</title></rect>%n",
                place.getX(),
                place.getY(),
                place.getWidth(),
                place.getHeight(),
                node.isLeaf() ? 4 : DIAMETER / 2,
                node.isLeaf() ? "#f2f2f2" : "white",
                title(node));
        double middle = place.getX() + place.getWidth() / 2;
        String name = text(middle, place.getY() + DIAMETER / 2 + 4.5, "#111", label(node));
        return shape
                + name
                + (feedsSeveral(node)
                        ? text(middle, place.getY() + DIAMETER + LINE - 2, GRADIENT, "Σ " + drawing.gradient(node))
                        : "");
    }

    /** Whether the node's gradient is a sum of messages, and so stands on no edge. */
    private boolean feedsSeveral(Node node) {
        return drawing.hasGradients() && placement.of(node).getOutgoingEdges().size() > 1;
    }

    private String title(Node node) {
        String gradient = drawing.hasGradients() ? ", gradient " + drawing.gradient(node) : "";
        return escaped(drawing.equation(node) + ": " + drawing.value(node) + gradient);
    }

    private static String numbers(Arrow arrow) {
        ElkLabel label = arrow.edge().getLabels().get(0);
        double x = label.getX() + label.getWidth() / 2;
        double y = label.getY() + label.getHeight() / 2;
        String value = text(x, y - 5, VALUE, arrow.value());
        return arrow.gradient().isEmpty() ? value : value + text(x, y + LINE - 1, GRADIENT, arrow.gradient());
    }

    private static String text(double x, double y, String colour, String text) {
        return format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n",
                x, y, colour, escaped(text));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
