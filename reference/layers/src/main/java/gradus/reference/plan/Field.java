package gradus.reference.plan;

import gradus.tensor.Window;

/**
 * The receptive field: how many input pixels one output sees, and how many lie between the fields of two neighbours (the jump).
 *
 * <p>A window that spans k, with stride s, makes r + (k - 1) · jump of r, and s · jump of the jump; it starts with r = jump = 1.
 *
 * <p>Source: lecture 9 (receptive field); endterm 2022, 4.2.
 */
public record Field(int height, int width, double jump) {
    /** One pixel sees itself. */
    static final Field PIXEL = new Field(1, 1, 1);

    Field after(Window window) {
        return new Field(grown(height, window.spanHeight()), grown(width, window.spanWidth()), jump * window.stride());
    }

    private int grown(int length, int span) {
        return (int) Math.ceil(length + (span - 1) * jump);
    }

    /** The field of an enlarged image: a window of the transposed convolution meets at most ⌈span / stride⌉ of its inputs. */
    Field enlarged(Window window) {
        return new Field(
                grown(height, met(window.spanHeight(), window)),
                grown(width, met(window.spanWidth(), window)),
                jump / window.stride());
    }

    private static int met(int span, Window window) {
        return -Math.floorDiv(-span, window.stride());
    }

    /** What sees all that either sees. */
    Field with(Field other) {
        return new Field(Math.max(height, other.height), Math.max(width, other.width), Math.max(jump, other.jump));
    }
}
