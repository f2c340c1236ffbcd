package gradus.problems.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.figure.Plot.Axis;
import gradus.problems.figure.Plot.Curve;
import gradus.problems.figure.Plot.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PlotTest {
    private static final Axis X = new Axis("epoch", 0, 10, List.of(0.0, 5.0)), Y = new Axis("loss", -1, 3, List.of());
    private static final Curve RISING = new Curve("A", List.of(new Point(0, -1), new Point(5, 1), new Point(10, 3)));

    private static Shapes drawn(Plot plot) {
        return Shapes.of(new Figure("", "words", plot).svg());
    }

    private static List<Element> curves(Shapes shapes) {
        return shapes.all("polyline").stream()
                .filter(line -> line.getAttribute("stroke-width").equals("1.8"))
                .toList();
    }

    @Test
    void a_point_is_where_its_numbers_say() {
        Shapes shapes = drawn(new Plot(X, Y, List.of(RISING), List.of()));

        List<Point> points = Shapes.points(curves(shapes).get(0));
        assertThat(points).hasSize(3);
        Point low = points.get(0), middle = points.get(1), high = points.get(2);
        assertThat(high.x() - low.x()).isCloseTo(330, within(0.01));
        assertThat(low.y() - high.y()).isCloseTo(190, within(0.01));
        assertThat(middle.x()).isCloseTo((low.x() + high.x()) / 2, within(0.01));
        assertThat(middle.y()).isCloseTo((low.y() + high.y()) / 2, within(0.01));
        assertThat(low.y()).as("the bottom of the field").isCloseTo(24 + 190, within(0.01));
        assertThat(Shapes.number(shapes.text("5"), "x")).as("its tick").isCloseTo(middle.x(), within(0.01));
        assertThat(shapes.texts()).contains("epoch", "loss", "0", "5", "A");
    }

    @Test
    void zero_is_marked_where_both_signs_occur() {
        Plot both = new Plot(X, Y, List.of(RISING), List.of());
        Plot positive = new Plot(
                X,
                new Axis("loss", 0, 4, List.of()),
                List.of(new Curve("A", List.of(new Point(0, 1), new Point(1, 1)))),
                List.of());

        List<Element> faint = drawn(both).all("polyline").stream()
                .filter(line -> line.getAttribute("stroke-dasharray").equals("1 4"))
                .toList();
        assertThat(faint).hasSize(1);
        assertThat(Shapes.points(faint.get(0)))
                .allSatisfy(point -> assertThat(point.y()).isCloseTo(24 + 190 * 0.75, within(0.01)));
        assertThat(drawn(positive).all("polyline"))
                .noneMatch(line -> line.getAttribute("stroke-dasharray").equals("1 4"));
    }

    @Test
    void curves_are_told_apart_by_dashes_and_named_at_their_ends() {
        Plot plot = new Plot(
                X,
                Y,
                List.of(
                        RISING,
                        new Curve("B", List.of(new Point(0, 0), new Point(10, 0))),
                        new Curve("C", List.of(new Point(0, 1), new Point(10, 0.01)))),
                List.of());

        Shapes shapes = drawn(plot);
        assertThat(curves(shapes).stream().map(line -> line.getAttribute("stroke-dasharray")))
                .doesNotHaveDuplicates();
        double a = Shapes.number(shapes.text("A"), "y"),
                b = Shapes.number(shapes.text("B"), "y"),
                c = Shapes.number(shapes.text("C"), "y");
        assertThat(a).isCloseTo(24 + 4.5, within(0.01));
        assertThat(c).as("ends above B").isCloseTo(24 + 190 * 2.99 / 4 + 4.5, within(0.01));
        assertThat(b).as("pushed down by C").isCloseTo(c + Sheet.LINE, within(0.01));
    }

    @Test
    void spans_are_named_above_their_middle_and_parted_by_one_line() {
        Plot plot = new Plot(X, Y, List.of(RISING), List.of(new Span("first", 0, 4), new Span("second", 4, 10)));

        Shapes shapes = drawn(plot);
        double left = Shapes.points(curves(shapes).get(0)).get(0).x();
        assertThat(Shapes.number(shapes.text("first"), "x")).isCloseTo(left + 330 * 0.2, within(0.01));
        assertThat(Shapes.number(shapes.text("second"), "x")).isCloseTo(left + 330 * 0.7, within(0.01));
        List<Element> upright = shapes.all("polyline").stream()
                .filter(line -> line.getAttribute("stroke-dasharray").equals("1 4"))
                .filter(line -> Shapes.points(line).get(0).x()
                        == Shapes.points(line).get(1).x())
                .toList();
        assertThat(upright).hasSize(1);
        assertThat(Shapes.points(upright.get(0)).get(0).x()).isCloseTo(left + 330 * 0.4, within(0.01));
    }

    @Test
    void what_does_not_fit_is_refused() {
        List<Point> outside = List.of(new Point(0, 0), new Point(10.1, 0)),
                above = List.of(new Point(0, 0), new Point(1, 3.1));

        assertThatThrownBy(() -> new Plot(X, Y, List.of(new Curve("B", outside)), List.of()))
                .hasMessage("the curve B leaves the axes at (10.1, 0)");
        assertThatThrownBy(() -> new Plot(X, Y, List.of(new Curve("B", above)), List.of()))
                .hasMessage("the curve B leaves the axes at (1, 3.1)");
        assertThatThrownBy(() -> new Plot(
                        X, Y, List.of(new Curve("B", List.of(new Point(0, 0), new Point(1, Double.NaN)))), List.of()))
                .hasMessage("the curve B leaves the axes at (1, NaN)");
        assertThatThrownBy(() -> new Plot(X, Y, List.of(), List.of())).hasMessage("expected 1 to 4 curves but got 0");
        assertThatThrownBy(() -> new Plot(X, Y, List.of(RISING, RISING, RISING, RISING, RISING), List.of()))
                .hasMessage("expected 1 to 4 curves but got 5");
        assertThatThrownBy(() -> new Plot(X, Y, List.of(RISING), List.of(new Span("p", 4, 4))))
                .hasMessage("expected the span p to lie on the x axis but got 4 to 4");
        assertThatThrownBy(() -> new Plot(X, Y, List.of(RISING), List.of(new Span("p", 4, 11))))
                .hasMessage("expected the span p to lie on the x axis but got 4 to 11");
        assertThatThrownBy(() -> new Curve("B", List.of(new Point(0, 0))))
                .hasMessage("expected at least 2 points for the curve B");
        assertThatThrownBy(() -> new Axis("x", 1, 1, List.of()))
                .hasMessage("expected an axis from a number to a larger one but got 1 to 1");
        assertThatThrownBy(() -> new Axis("x", 0, Double.POSITIVE_INFINITY, List.of()))
                .hasMessageContaining("but got 0 to Infinity");
        assertThatThrownBy(() -> new Axis("x", 0, 1, List.of(2.0))).hasMessage("expected ticks from 0 to 1 but got 2");
    }
}
