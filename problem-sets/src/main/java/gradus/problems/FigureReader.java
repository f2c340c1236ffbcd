package gradus.problems;

import gradus.problems.ProblemFile.AxisEntry;
import gradus.problems.ProblemFile.CurveEntry;
import gradus.problems.ProblemFile.FigureEntry;
import gradus.problems.ProblemFile.GraphEntry;
import gradus.problems.ProblemFile.PlotEntry;
import gradus.problems.figure.Figure;
import gradus.problems.figure.Graph;
import gradus.problems.figure.Grid;
import gradus.problems.figure.Picture;
import gradus.problems.figure.Plot;
import gradus.problems.figure.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads figures; their numbers may be formulas over the given numbers that a student sees, and so follow a variant. */
final class FigureReader {
    private final String file;
    private final FigureNumbers numbers;

    FigureReader(String file, Model model, Map<Role, List<String>> given) {
        this.file = file;
        this.numbers = new FigureNumbers(file, model, given);
    }

    Figure figure(FigureEntry entry) {
        long kinds = Stream.of(entry.plot(), entry.graph(), entry.grid())
                .flatMap(Stream::ofNullable)
                .count();
        if (kinds != 1) {
            throw wrong(entry.description(), "figure: expected one of plot, graph and grid but got " + kinds);
        }
        if (entry.description().value().isBlank()) {
            throw wrong(entry.description(), "figure.description: expected what is to be seen, in words");
        }
        Picture picture = entry.plot() != null
                ? plot(entry.plot())
                : entry.graph() != null ? graph(entry.graph(), entry.description()) : grid(some(entry.grid()));
        return new Figure(entry.caption() == null ? "" : flat(entry.caption()), flat(entry.description()), picture);
    }

    /** The lines of a paragraph as one. */
    private static String flat(Text text) {
        return text.value().strip().replaceAll("\\s+", " ");
    }

    private Picture plot(PlotEntry entry) {
        Plot.Axis x = axis("x", entry.x()), y = axis("y", entry.y());
        List<Plot.Curve> curves = new ArrayList<>();
        entry.curves()
                .forEach((name, curve) ->
                        curves.add(curve(name, curve, x, entry.x().label())));
        List<Plot.Span> spans = new ArrayList<>();
        some(entry.spans()).forEach((name, ends) -> {
            double[] both = numbers.row("figure.plot.spans." + name, ends, 2);
            spans.add(new Plot.Span(name, both[0], both[1]));
        });
        return checked(entry.x().label(), "figure.plot", () -> new Plot(x, y, curves, spans));
    }

    private Plot.Axis axis(String name, AxisEntry entry) {
        String field = "figure.plot." + name;
        double from = numbers.number(field + ".from", entry.from()), to = numbers.number(field + ".to", entry.to());
        List<Double> ticks = entry.ticks() == null
                ? List.of()
                : DoubleStream.of(numbers.row(field + ".ticks", entry.ticks(), 0))
                        .boxed()
                        .toList();
        return checked(entry.label(), field, () -> new Plot.Axis(entry.label().value(), from, to, ticks));
    }

    private Plot.Curve curve(String name, CurveEntry entry, Plot.Axis x, Text label) {
        String field = "figure.plot.curves." + name;
        if ((entry.of() == null) == (entry.points() == null)) {
            throw wrong(label, field + ": expected either a formula (of) or points");
        }
        List<Point> points = entry.of() != null
                ? numbers.sampled(field + ".of", entry.of(), x)
                : numbers.listed(field + ".points", entry.points() == null ? label : entry.points());
        return checked(label, field, () -> new Plot.Curve(name, points));
    }

    private Picture graph(GraphEntry entry, Text place) {
        List<Graph.Node> nodes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        nodes(Graph.Shape.TEXT, entry.texts(), nodes);
        nodes(Graph.Shape.ROUND, entry.rounds(), nodes);
        nodes(Graph.Shape.BOX, entry.boxes(), nodes);
        List<Graph.Edge> edges = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.id()));
        entry.edges().forEach(text -> edges(text, ids, edges));
        String direction =
                entry.direction() == null ? "right" : entry.direction().value();
        if (!direction.equals("right") && !direction.equals("down")) {
            throw wrong(
                    entry.direction() == null ? place : entry.direction(),
                    "figure.graph.direction: expected right or down but got '" + direction + "'");
        }
        return checked(place, "figure.graph", () -> new Graph(nodes, edges, direction.equals("down")));
    }

    private static void nodes(Graph.Shape shape, @Nullable Map<String, Text> labels, List<Graph.Node> nodes) {
        some(labels).forEach((id, label) -> nodes.add(new Graph.Node(id, label.value(), shape)));
    }

    /** {@code a -> b -> c: label}. */
    private void edges(Text text, Set<String> ids, List<Graph.Edge> edges) {
        String[] halves = text.value().split(":", 2);
        String[] path = halves[0].split("->", -1);
        if (path.length < 2) {
            throw wrong(text, "figure.graph.edges: expected 'from -> to' but got '" + text.value() + "'");
        }
        for (int i = 0; i < path.length; i++) {
            String id = path[i].strip();
            if (!ids.contains(id)) {
                throw wrong(
                        text, "figure.graph.edges: '" + text.value() + "' needs a node '" + id + "', which is missing");
            }
            if (i > 0) {
                edges.add(new Graph.Edge(path[i - 1].strip(), id, halves.length > 1 ? halves[1].strip() : ""));
            }
        }
    }

    private Picture grid(Map<String, Text> entry) {
        List<Grid.Table> tables = new ArrayList<>();
        entry.forEach((name, text) -> {
            List<List<String>> rows = numbers.rows("figure.grid." + name, text).stream()
                    .map(row -> DoubleStream.of(row).mapToObj(Figures::of).toList())
                    .toList();
            tables.add(checked(text, "figure.grid." + name, () -> new Grid.Table(name, rows)));
        });
        return new Grid(tables);
    }

    private <T> T checked(Text place, String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw wrong(place, field + ": " + e.getMessage());
        }
    }

    private static Map<String, Text> some(@Nullable Map<String, Text> texts) {
        return texts == null ? Map.of() : texts;
    }

    private ProblemException wrong(Text place, String message) {
        return new ProblemException(file, place, message);
    }
}
