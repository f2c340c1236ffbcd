package gradus.problems.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.figure.Grid.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FigureTest {
    private static final Grid GRID = new Grid(List.of(
            new Table("I", List.of(List.of("1", "-2", "3"), List.of("4", "5", "6"))),
            new Table("K", List.of(List.of("0.123456")))));

    @Test
    void the_cells_of_a_grid_are_squares_in_rows_and_columns() {
        Shapes shapes = Shapes.of(new Figure("", "words", GRID).svg());

        List<Element> cells = shapes.all("rect").stream()
                .filter(cell -> cell.getAttribute("stroke").equals("black"))
                .toList();
        assertThat(cells).hasSize(7);
        assertThat(cells.subList(0, 6))
                .allSatisfy(cell -> assertThat(cell.getAttribute("width"))
                        .isEqualTo(cell.getAttribute("height"))
                        .isEqualTo("32"));
        Element one = shapes.text("1"), minus = shapes.text("-2"), six = shapes.text("6");
        assertThat(Shapes.number(minus, "x") - Shapes.number(one, "x")).isEqualTo(32);
        assertThat(Shapes.number(six, "x") - Shapes.number(one, "x")).isEqualTo(64);
        assertThat(Shapes.number(six, "y") - Shapes.number(one, "y")).isEqualTo(32);
        assertThat(Shapes.number(cells.get(6), "width"))
                .as("room for all digits")
                .isGreaterThan(8 * 7);
        assertThat(Shapes.number(shapes.text("K"), "x"))
                .isCloseTo(Shapes.number(shapes.text("0.123456"), "x"), within(0.02));
    }

    @Test
    void a_grid_needs_numbers_in_equal_rows() {
        assertThatThrownBy(() -> new Table("I", List.of(List.of("1", "2"), List.of("3"))))
                .hasMessage("expected rows of 2 numbers for I");
        assertThatThrownBy(() -> new Table("I", List.of())).hasMessage("expected numbers for I but got none");
        assertThatThrownBy(() -> new Table("I", List.of(List.of()))).hasMessage("expected numbers for I but got none");
        assertThatThrownBy(() -> new Grid(List.of())).hasMessage("expected tables but got none");
    }

    @Test
    void an_image_says_what_it_shows() {
        Shapes shapes = Shapes.of(new Figure("A caption", "What is to be seen.", GRID).svg());

        assertThat(shapes.root().getAttribute("role")).isEqualTo("img");
        assertThat(shapes.all("title").get(0).getTextContent()).isEqualTo("A caption");
        assertThat(shapes.all("desc").get(0).getTextContent()).isEqualTo("What is to be seen.");
        assertThat(Shapes.of(new Figure("", "words", GRID).svg()).all("title")).isEmpty();
        assertThat(new Figure("A caption", "It rises.", GRID).words()).isEqualTo("Figure: It rises. (A caption)");
        assertThat(new Figure("", "It rises.", GRID).words()).isEqualTo("Figure: It rises.");
    }

    @Test
    void hostile_labels_stay_labels() {
        String hostile = "</text><script>alert(1)</script>&\"'\u0000\u001b\ud800]]>\uffff";
        Figure figure = new Figure(
                hostile,
                hostile,
                new Graph(
                        List.of(
                                new Graph.Node("a", hostile, Graph.Shape.BOX),
                                new Graph.Node("b", "b", Graph.Shape.ROUND)),
                        List.of(new Graph.Edge("a", "b", hostile)),
                        false));

        Shapes shapes = Shapes.of(figure.svg());
        String shown = "</text><script>alert(1)</script>&\"'   ]]> ";
        assertThat(shapes.all("script")).isEmpty();
        assertThat(shapes.all("title").get(0).getTextContent()).isEqualTo(shown);
        assertThat(shapes.all("desc").get(0).getTextContent()).isEqualTo(shown);
        assertThat(shapes.texts()).containsExactly(shown, "b", shown);
        assertThat(figure.tikz(text -> "ESCAPED")).contains("{ESCAPED}").doesNotContain("script");
    }

    @Test
    void tikz_draws_the_same_marks() {
        Figure figure = new Figure(
                "",
                "words",
                new Graph(
                        List.of(
                                new Graph.Node("a", "a", Graph.Shape.ROUND),
                                new Graph.Node("b", "b", Graph.Shape.TEXT)),
                        List.of(new Graph.Edge("a", "b", "w")),
                        false));

        String source = figure.tikz(text -> "<" + text + ">");
        Shapes shapes = Shapes.of(figure.svg());
        Point start = Shapes.points(shapes.all("polyline").get(0)).get(0);
        assertThat(source)
                .startsWith("\\begin{tikzpicture}[x=0.75pt,y=-0.75pt,")
                .endsWith("\\end{tikzpicture}")
                .contains(String.format(
                        Locale.ROOT, "\\draw[line width=0.6pt,-latex] (%.2f,%.2f) -- ", start.x(), start.y()))
                .contains(
                        "\\filldraw[line width=0.6pt,fill=white,rounded corners=11.25pt] (6.00,6.00) rectangle (36.00,36.00);")
                .contains("{<a>};", "{<b>};")
                .containsPattern("\\\\node\\[anchor=center,inner sep=1pt,fill=white] at \\([\\d.,]+\\) \\{<w>};");
    }

    /** Every figure of the bank is an image on one page in which no word hides another. */
    @Test
    void the_figures_of_the_bank_are_legible() {
        List<String> drawn = new ArrayList<>();
        for (Problem problem : ProblemBank.all()) {
            if (!problem.figures().isEmpty()) {
                drawn.add(problem.id());
                requireLegible(problem);
                problem.variation()
                        .ifPresent(varied -> List.of(1L, 2L, 3L).forEach(seed -> {
                            assertThat(varied.variant(seed).figures()).hasSameSizeAs(problem.figures());
                            requireLegible(varied.variant(seed));
                        }));
            }
        }
        assertThat(drawn)
                .contains("2022ss-6", "2020mock-III", "2020mock-II", "2021ws-7", "2020ss-3")
                .hasSizeGreaterThan(18);
    }

    private static void requireLegible(Problem problem) {
        for (Figure figure : problem.figures()) {
            requireLegible(figure.picture().sheet(), problem.id());
            Shapes shapes = Shapes.of(figure.svg());
            assertThat(shapes.all("desc").get(0).getTextContent())
                    .as(problem.id())
                    .hasSizeGreaterThan(20);
            assertThat(shapes.texts()).as(problem.id()).isNotEmpty();
        }
    }

    private static void requireLegible(Sheet sheet, String id) {
        assertThat(sheet.width()).as(id).isLessThanOrEqualTo(597);
        assertThat(sheet.height()).as(id).isLessThanOrEqualTo(400);
        List<Mark.Words> words = sheet.marks().stream()
                .filter(Mark.Words.class::isInstance)
                .map(Mark.Words.class::cast)
                .toList();
        for (Mark.Words word : words) {
            assertThat(left(word)).as(id + ": " + word.text()).isGreaterThanOrEqualTo(0);
            assertThat(left(word) + width(word)).as(id + ": " + word.text()).isLessThanOrEqualTo(sheet.width());
            assertThat(word.at().y()).as(id + ": " + word.text()).isBetween(Sheet.LINE / 2, sheet.height() - 6);
            for (Mark.Words other : words.subList(words.indexOf(word) + 1, words.size())) {
                boolean apart = Math.abs(word.at().y() - other.at().y()) >= (height(word) + height(other)) / 2 - 1
                        || left(word) >= left(other) + width(other)
                        || left(other) >= left(word) + width(word);
                assertThat(apart)
                        .as(id + ": " + word.text() + " and " + other.text())
                        .isTrue();
            }
        }
    }

    private static double width(Mark.Words word) {
        return word.upwards() ? Sheet.LINE : Sheet.width(word.text());
    }

    private static double height(Mark.Words word) {
        return word.upwards() ? Sheet.width(word.text()) : Sheet.LINE;
    }

    private static double left(Mark.Words word) {
        return word.at().x() - width(word) * word.anchor().share;
    }
}
