package gradus.reference.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A graph as a table of its nodes. */
record TextDrawing(Drawing drawing) {
    private record Line(String equation, String value, String gradient) {}

    String text() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("", "value", drawing.hasGradients() ? "gradient" : ""));
        drawing.nodes().stream()
                .filter(node -> !node.isConstant())
                .forEach(node ->
                        lines.add(new Line(drawing.equation(node), drawing.value(node), drawing.gradient(node))));
        int equation = width(lines, line -> line.equation().length());
        int value = width(lines, line -> line.value().length());
        int gradient = width(lines, line -> line.gradient().length());
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String row = left(line.equation(), equation) + "  " + right(line.value(), value) + "  "
                    + right(line.gradient(), gradient);
            text.append(row.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<Line> lines, ToIntFunction<Line> length) {
        return lines.stream().mapToInt(length).max().orElse(0);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
