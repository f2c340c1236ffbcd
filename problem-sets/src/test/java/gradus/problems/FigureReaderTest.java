package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.problems.figure.Figure;
import gradus.problems.figure.Graph;
import gradus.problems.figure.Grid;
import gradus.problems.figure.Plot;
import gradus.problems.figure.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureReaderTest {
    private static final String PLOT = """
            id: small
            title: A small problem
            source: made up
            statement: Add.
            figure:
              caption: |
                Two
                lines.
              description: A curve, a = {a}.
              plot:
                x: {label: t, from: 0, to: 2*a, ticks: [0, a]}
                y: {label: u, from: -99, to: 99}
                curves:
                  square: {of: x^2 - a}
                  line: {points: [[0, a], [1, b]]}
                spans: {first: [0, 1]}
            given:
              inputs: {a: 1, b: 2}
              hidden: {key: 3}
            forward:
              s: a + b
            """;
    private static final String PARTS = """
            parts:
              - id: "1"
                ask: Do it.
                answers:
                  s: {ask: the sum, credits: 1}
            vary:
              numbers:
                a: [2, 3]
                b: [4, 5]
            """;
    private static final String GRAPH =
            PLOT.substring(0, PLOT.indexOf("  plot:")) + """
              graph:
                texts: {in: "a = {a}"}
                rounds: {h: "h\\nb"}
                boxes: {out: out}
                edges: ["in -> h: w", h -> out]
                direction: down
            """ + PLOT.substring(PLOT.indexOf("given:"));
    private static final String GRID =
            PLOT.substring(0, PLOT.indexOf("  plot:")) + """
              grid:
                A: [[a, 2], [3, b/4]]
                row: [1, 2]
            """ + PLOT.substring(PLOT.indexOf("given:"));

    private static Problem read(String text) {
        return ProblemReader.read("small.yaml", text + PARTS);
    }

    private static Figure figure(Problem problem) {
        return problem.figure().orElseThrow();
    }

    @Test
    void reads_a_plot() {
        Figure figure = figure(read(PLOT));
        Plot plot = (Plot) figure.picture();

        assertThat(figure.caption()).isEqualTo("Two lines.");
        assertThat(figure.description()).isEqualTo("A curve, a = 1.");
        assertThat(plot.x()).isEqualTo(new Plot.Axis("t", 0, 2, List.of(0.0, 1.0)));
        assertThat(plot.y().ticks()).isEmpty();
        assertThat(plot.curves().get(0).name()).isEqualTo("square");
        assertThat(plot.curves().get(0).points())
                .hasSize(121)
                .contains(new Point(0, -1), new Point(1, 0), new Point(2, 3));
        assertThat(plot.curves().get(1).points()).containsExactly(new Point(0, 1), new Point(1, 2));
        assertThat(plot.spans()).containsExactly(new Plot.Span("first", 0, 1));
    }

    @Test
    void reads_a_graph() {
        Graph graph = (Graph) figure(read(GRAPH)).picture();

        assertThat(graph.nodes())
                .containsExactly(
                        new Graph.Node("in", "a = 1", Graph.Shape.TEXT),
                        new Graph.Node("h", "h\nb", Graph.Shape.ROUND),
                        new Graph.Node("out", "out", Graph.Shape.BOX));
        assertThat(graph.edges()).containsExactly(new Graph.Edge("in", "h", "w"), new Graph.Edge("h", "out", ""));
        assertThat(graph.down()).isTrue();
        assertThat(((Graph) figure(read(GRAPH.replace("    direction: down\n", "")))
                                .picture())
                        .down())
                .isFalse();
    }

    @Test
    void reads_a_grid() {
        assertThat(((Grid) figure(read(GRID)).picture()).tables())
                .containsExactly(
                        new Grid.Table("A", List.of(List.of("1", "2"), List.of("3", "0.5"))),
                        new Grid.Table("row", List.of(List.of("1", "2"))));
    }

    @Test
    void the_examples_of_the_readme_are_right() throws IOException {
        String text = Files.readString(Path.of("README.md"));
        int start = text.indexOf("```yaml\nfigure:") + 8;
        String[] examples = text.substring(start, text.indexOf("```", start)).split("---\n", -1);
        String rest =
                PLOT.substring(PLOT.indexOf("given:")).replace("a: 1, b: 2", "a: 1, b: 2, x: 3, y: 4, I: [[1, 2]]");

        assertThat(examples).hasSize(3);
        for (String example : examples) {
            String head = PLOT.substring(0, PLOT.indexOf("figure:"));
            assertThat(figure(read(head + example + rest)).svg()).contains("<desc>");
        }
    }

    @Test
    void numbers_follow_the_variant() {
        Problem problem = read(PLOT);
        Problem other = problem.variation().orElseThrow().variant(1);
        double a = other.model().value("a").sum(), b = other.model().value("b").sum();
        Plot plot = (Plot) figure(other).picture();

        assertThat(a).isIn(2.0, 3.0);
        assertThat(figure(other).description()).isEqualTo("A curve, a = " + Figures.of(a) + ".");
        assertThat(plot.x().to()).isEqualTo(2 * a);
        assertThat(plot.curves().get(0).points().get(0)).isEqualTo(new Point(0, -a));
        assertThat(plot.curves().get(1).points()).containsExactly(new Point(0, a), new Point(1, b));
        Grid grid =
                (Grid) figure(read(GRID).variation().orElseThrow().variant(1)).picture();
        assertThat(grid.tables().get(0).rows().get(0).get(0)).isEqualTo(Figures.of(a));
    }

    @Test
    void a_number_that_varies_and_stands_still_is_found() {
        Problem problem = read(PLOT.replace("A curve, a = {a}.", "A curve, a = 1."));

        assertThat(Verification.of(problem).literals())
                .hasSize(1)
                .allMatch(text -> text.contains("description shows 1"));
    }

    @Test
    void a_part_has_a_figure_of_its_own() {
        Problem problem = ProblemReader.read(
                "small.yaml",
                GRID
                        + PARTS.replace(
                                "ask: Do it.", "ask: Do it.\n    figure: {description: Ones, grid: {C: [[1, 1]]}}"));

        assertThat(problem.figures()).hasSize(2);
        assertThat(problem.parts().get(0).figure().orElseThrow().description()).isEqualTo("Ones");
        assertThat(ProblemText.of(problem))
                .contains("Figure: A curve, a = 1. (Two lines.)")
                .contains("  Figure: Ones");
        assertThat(ProblemJson.show(problem)).contains("\"description\":\"Ones\"", "<svg xmlns");
        assertThat(problem.variation().orElseThrow().variant(1).figures()).hasSize(2);
    }

    /** Each row replaces a piece of a good file and expects one complaint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plot  | of: x^2 - a          | of: log(x - a)        | small.yaml:14:20: figure.plot.curves.square.of: expected a number for x = 0 but got NaN
            plot  | of: x^2 - a          | of: x^9               | small.yaml:11:16: figure.plot: the curve square leaves the axes at (1.66667,
            plot  | of: x^2 - a          | `of: "[x, x]"`        | small.yaml:14:20: figure.plot.curves.square.of: expected a number for x = 0 but got [0, 0]
            plot  | of: x^2 - a          | of: x^2 - s           | small.yaml:14:26: figure.plot.curves.square.of: 's' is not known here
            plot  | of: x^2 - a          | of: x^2 - key         | small.yaml:14:26: figure.plot.curves.square.of: 'key' is not known here
            plot  | of: x^2 - a          | fo: x^2 - a           | small.yaml:14:16: the field 'fo' is not known. Expected one of of, points.
            plot  | of: x^2 - a          | of: x, points: [[0,1]] | small.yaml:11:16: figure.plot.curves.square: expected either a formula (of) or points
            plot  | [[0, a], [1, b]]     | [[0, a], [1, 1/0]]    | small.yaml:15:22: figure.plot.curves.line.points: expected finite numbers but got Infinity
            plot  | [[0, a], [1, b]]     | [[0, a, 1], [1, b, 1]] | small.yaml:15:22: figure.plot.curves.line.points: expected pairs [x, y] but got rows of 3
            plot  | [[0, a], [1, b]]     | [[0, a], [1]]         | small.yaml:15:22: figure.plot.curves.line.points:
            plot  | [[0, a], [1, b]]     | [[0, a]]              | small.yaml:11:16: figure.plot.curves.line: expected at least 2 points for the curve line
            plot  | to: 2*a              | to: 0                 | small.yaml:11:16: figure.plot.x: expected an axis from a number to a larger one but got 0 to 0
            plot  | to: 2*a              | to: [1, 2]            | small.yaml:11:32: figure.plot.x.to: expected a number but got [1, 2]
            plot  | to: 2*a              | to: 0/0               | small.yaml:11:32: figure.plot.x.to: expected finite numbers but got NaN
            plot  | spans: {first: [0, 1]} | spans: {first: 1}   | small.yaml:16:20: figure.plot.spans.first: expected a list of numbers but got 1
            plot  | a = {a}.             | s = {s}.              | small.yaml:9:16: '{s}' would give an answer away
            plot  | description: A curve, a = {a}. | description: " " | small.yaml:9:16: figure.description: expected what is to be seen, in words
            plot  | description: A curve | discription: A curve  | small.yaml:9:3: the field 'discription' is not known; did you mean 'description'?
            plot  | plot:                | `grid: {A: [[1]]}\\n  plot:` | small.yaml:9:16: figure: expected one of plot, graph and grid but got 2
            graph | "in -> h: w"         | "in -> g: w"          | small.yaml:14:13: figure.graph.edges: 'in -> g: w' needs a node 'g', which is missing
            graph | "in -> h: w"         | "in"                  | small.yaml:14:13: figure.graph.edges: expected 'from -> to' but got 'in'
            graph | "in -> h: w"         | "in ->"               | small.yaml:14:13: figure.graph.edges: 'in ->' needs a node '', which is missing
            graph | "in -> h: w"         | "in -> in"            | small.yaml:9:16: figure.graph: the edge in -> in leads nowhere
            graph | "in -> h: w"         | "h -> out"            | small.yaml:9:16: figure.graph: the edge h -> out stands twice
            graph | {out: out}           | {h: out}              | small.yaml:14:
            graph | {out: out}           | {h: h, out: out}      | small.yaml:9:16: figure.graph: the node 'h' stands twice
            graph | direction: down      | direction: up         | small.yaml:15:16: figure.graph.direction: expected right or down but got 'up'
            grid  | [[a, 2], [3, b/4]]   | [[a, 2], [3]]         | small.yaml:11:8: figure.grid.A:
            grid  | [[a, 2], [3, b/4]]   | [[[1]]]               | small.yaml:11:8: figure.grid.A: expected at most rows of numbers but got [[[1]]]
            grid  | [[a, 2], [3, b/4]]   | [[a, 2], [3, log(0)]] | small.yaml:11:8: figure.grid.A: expected finite numbers but got -Infinity
            """)
    void complains_where_something_is_wrong(String kind, String good, String bad, String complaint) {
        String before = kind.equals("plot") ? PLOT : kind.equals("graph") ? GRAPH : GRID;
        String text = before.replace(good, bad.replace("\\n", "\n"));

        assertThat(text).isNotEqualTo(before);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(complaint);
    }
}
