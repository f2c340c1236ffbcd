package gradus.reference.plan;

import gradus.tensor.Window;

/**
 * The receptive field: how many input pixels one output sees, and how many lie between the fields of two neighbours (the jump).
 *
 * <p>A window that spans k, with stride s, makes r + (k - 1) · jump of r, and s · jump of the jump; it starts with r = jump = 1. So it is
 * without borders: near one, and in an image smaller than r, an output sees less.
 *
 * <p>Where the input is enlarged, s times, the jump is 1 / s and r need not be whole: {@link #rows} and {@link #columns} leave the
 * fraction away, and that is the most that an output sees. If strides come before or behind, as in a U-Net, it is a bound: windows may
 * lie such that no output sees as much.
 *
 * <p>Sequences are images of height 1, and what is neither has one pixel. Immutable.
 *
 * <p>Source: lecture 9 (receptive field); endterm 2022, 4.2.
 */
public record Field(double height, double width, double jump) {
    /** One pixel sees itself. */
    static final Field PIXEL = new Field(1, 1, 1);

    private static final double ROUNDING = 1e-6; // thirds of a pixel do not add up to one exactly

    /** The pixels seen, from the first to the last, one above the other. */
    public int rows() {
        return whole(height);
    }

    /** The pixels seen, from the first to the last, side by side. */
    public int columns() {
        return whole(width);
    }

    private static int whole(double pixels) {
        return (int) (pixels + ROUNDING);
    }

    Field after(Window window) {
        return grown(window, jump).times(window.stride());
    }

    /** The field of an enlarged image: pixels {@code jump / stride} apart with zeros between, and a window that moves by one of these. */
    Field enlarged(Window window) {
        return grown(window, jump / window.stride()).times(1.0 / window.stride());
    }

    private Field grown(Window window, double step) {
        return new Field(height + (window.spanHeight() - 1) * step, width + (window.spanWidth() - 1) * step, jump);
    }

    private Field times(double stride) {
        return new Field(height, width, jump * stride);
    }

    /** What sees all that either sees, where one lies in the middle of the other. */
    Field with(Field other) {
        return new Field(Math.max(height, other.height), Math.max(width, other.width), Math.max(jump, other.jump));
    }
}
