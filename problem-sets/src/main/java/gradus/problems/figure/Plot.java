package gradus.problems.figure;

import gradus.problems.Figures;
import gradus.problems.figure.Mark.Anchor;
import gradus.problems.figure.Mark.Line;
import gradus.problems.figure.Mark.Style;
import gradus.problems.figure.Mark.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Curves over two axes, each with its name at its end. Lines differ in their dashes, in the order of the curves. */
public record Plot(Axis x, Axis y, List<Curve> curves, List<Span> spans) implements Picture {
    /** The field between the axes in pixels, and the room around it for words. */
    static final double WIDTH = 330, HEIGHT = 190, ABOVE = 24, BELOW = 46, TICK = 5;

    /** As many curves can be told apart. */
    private static final List<Style> STYLES = List.of(Style.SOLID, Style.DASHED, Style.DOTTED, Style.DASH_DOTTED);

    /** An axis from one number to another, with numbers at its ticks. */
    public record Axis(String label, double from, double to, List<Double> ticks) {
        public Axis {
            ticks = List.copyOf(ticks);
            if (!(from < to) || !Double.isFinite(to - from)) {
                throw new IllegalArgumentException("expected an axis from a number to a larger one but got "
                        + Figures.of(from) + " to " + Figures.of(to));
            }
            for (double tick : ticks) {
                if (!(from <= tick && tick <= to)) {
                    throw new IllegalArgumentException("expected ticks from " + Figures.of(from) + " to "
                            + Figures.of(to) + " but got " + Figures.of(tick));
                }
            }
        }

        boolean holds(double value) {
            double slack = 1e-9 * (to - from);
            return value >= from - slack && value <= to + slack;
        }

        double share(double value) {
            return (value - from) / (to - from);
        }
    }

    /** A line through at least two points. */
    public record Curve(String name, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("expected at least 2 points for the curve " + name);
            }
        }
    }

    /** A stretch of the x axis that has a name. */
    public record Span(String name, double from, double to) {}

    public Plot {
        curves = List.copyOf(curves);
        spans = List.copyOf(spans);
        if (curves.isEmpty() || curves.size() > STYLES.size()) {
            throw new IllegalArgumentException("expected 1 to " + STYLES.size() + " curves but got " + curves.size());
        }
        for (Curve curve : curves) {
            for (Point point : curve.points()) {
                if (!x.holds(point.x()) || !y.holds(point.y())) {
                    throw new IllegalArgumentException("the curve " + curve.name() + " leaves the axes at ("
                            + Figures.of(point.x()) + ", " + Figures.of(point.y()) + ")");
                }
            }
        }
        for (Span span : spans) {
            if (!(span.from() < span.to()) || !x.holds(span.from()) || !x.holds(span.to())) {
                throw new IllegalArgumentException("expected the span " + span.name() + " to lie on the x axis but got "
                        + Figures.of(span.from()) + " to " + Figures.of(span.to()));
            }
        }
    }

    @Override
    public Sheet sheet() {
        List<Mark> marks = new ArrayList<>();
        spans.forEach(span -> span(span, marks));
        guides(marks);
        for (int i = 0; i < curves.size(); i++) {
            marks.add(new Line(curves.get(i).points().stream().map(this::at).toList(), STYLES.get(i), false));
        }
        axes(marks);
        double right = names(marks);
        return new Sheet(right + 8, ABOVE + HEIGHT + BELOW, marks);
    }

    private double left() {
        double ticks = y.ticks().stream()
                .mapToDouble(tick -> Sheet.width(Figures.of(tick)))
                .max()
                .orElse(0);
        return 26 + ticks + TICK;
    }

    /** Where a point of the plot is on the sheet. */
    Point at(Point point) {
        return new Point(left() + WIDTH * x.share(point.x()), ABOVE + HEIGHT * (1 - y.share(point.y())));
    }

    private void axes(List<Mark> marks) {
        Point origin = at(new Point(x.from(), y.from()));
        marks.add(new Line(List.of(origin, new Point(origin.x() + WIDTH + 12, origin.y())), Style.THIN, true));
        marks.add(new Line(List.of(origin, new Point(origin.x(), ABOVE - 12)), Style.THIN, true));
        for (double tick : x.ticks()) {
            Point at = at(new Point(tick, y.from()));
            marks.add(new Line(List.of(at, new Point(at.x(), at.y() + TICK)), Style.THIN, false));
            marks.add(new Words(Figures.of(tick), new Point(at.x(), at.y() + TICK + 8), Anchor.MIDDLE));
        }
        for (double tick : y.ticks()) {
            Point at = at(new Point(x.from(), tick));
            marks.add(new Line(List.of(at, new Point(at.x() - TICK, at.y())), Style.THIN, false));
            marks.add(new Words(Figures.of(tick), new Point(at.x() - TICK - 3, at.y()), Anchor.RIGHT));
        }
        double below = ABOVE + HEIGHT + (x.ticks().isEmpty() ? 14 : 32);
        marks.add(new Words(x.label(), new Point(origin.x() + WIDTH / 2, below), Anchor.MIDDLE));
        marks.add(new Words(y.label(), new Point(12, ABOVE + HEIGHT / 2), Anchor.MIDDLE, true, false));
    }

    /** Faint lines through zero, where both signs occur. */
    private void guides(List<Mark> marks) {
        if (x.from() < 0 && x.to() > 0) {
            marks.add(faint(new Point(0, y.from()), new Point(0, y.to())));
        }
        if (y.from() < 0 && y.to() > 0) {
            marks.add(faint(new Point(x.from(), 0), new Point(x.to(), 0)));
        }
    }

    private Line faint(Point from, Point to) {
        return new Line(List.of(at(from), at(to)), Style.FAINT, false);
    }

    private void span(Span span, List<Mark> marks) {
        Stream.of(span.from(), span.to())
                .filter(edge -> edge > x.from() && edge < x.to())
                .map(edge -> faint(new Point(edge, y.from()), new Point(edge, y.to())))
                .filter(line -> !marks.contains(line))
                .forEach(marks::add);
        Point middle = at(new Point((span.from() + span.to()) / 2, y.to()));
        marks.add(new Words(span.name(), new Point(middle.x(), ABOVE - 8), Anchor.MIDDLE));
    }

    /** Puts names beside the ends of their curves, from the top, each below the one before; returns how far they reach. */
    private double names(List<Mark> marks) {
        double right = left() + WIDTH + 12, lowest = Double.NEGATIVE_INFINITY;
        List<Curve> downwards = curves.stream()
                .sorted(Comparator.comparing(curve -> end(curve).y()))
                .toList();
        for (Curve curve : downwards) {
            Point end = end(curve);
            lowest = Math.max(end.y(), lowest + Sheet.LINE);
            marks.add(new Words(curve.name(), new Point(end.x() + 16, lowest), Anchor.LEFT));
            right = Math.max(right, end.x() + 16 + Sheet.width(curve.name()));
        }
        return right;
    }

    private Point end(Curve curve) {
        return at(curve.points().get(curve.points().size() - 1));
    }
}
