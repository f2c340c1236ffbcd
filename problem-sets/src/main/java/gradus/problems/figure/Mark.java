package gradus.problems.figure;

import java.util.List;

/** Something black on a {@link Sheet}. */
sealed interface Mark {
    /** How a line looks, so that lines are told apart without colours. */
    enum Style {
        SOLID,
        DASHED,
        DOTTED,
        DASH_DOTTED,
        /** For frames and ticks. */
        THIN,
        /** For what only guides the eye. */
        FAINT
    }

    /** The part of a text that stands at its place. */
    enum Anchor {
        LEFT(0),
        MIDDLE(0.5),
        RIGHT(1);

        /** The share of the text that stands left of its place. */
        final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    /** A line through points; an arrow has a tip at the last one. */
    record Line(List<Point> points, Style style, boolean arrow) implements Mark {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A white field with a thin edge, whose corners are round by a radius. */
    record Box(double x, double y, double width, double height, double radius) implements Mark {}

    /**
     * A line of text.
     *
     * @param at half-way up its small letters
     * @param upwards whether it is turned by a quarter to the left
     * @param backed whether a white field hides what lies below it
     */
    record Words(String text, Point at, Anchor anchor, boolean upwards, boolean backed) implements Mark {
        Words(String text, Point at, Anchor anchor) {
            this(text, at, anchor, false, false);
        }
    }
}
