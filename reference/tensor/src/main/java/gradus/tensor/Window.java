package gradus.tensor;

/**
 * What slides over an image: its height and width, its stride, the padding on every side, the dilation, all in pixels.
 *
 * <p>{@code flip}: the filter is turned round by 180° first, as the convolution of mathematics wants it; without, it is correlated.
 * {@code strict}: strides that do not end at the border are refused; without, the pixels left over are seen by no window.
 */
public record Window(int height, int width, int stride, int padding, int dilation, boolean flip, boolean strict) {
    /** @throws IllegalArgumentException if a length is below 1, the padding below 0, or the dilated window too large for an image */
    public Window {
        atLeast("height", height, 1);
        atLeast("width", width, 1);
        atLeast("stride", stride, 1);
        atLeast("padding", padding, 0);
        atLeast("dilation", dilation, 1);
        long span = (Math.max(height, width) - 1L) * dilation + 1;
        if (span > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Window: dilation: expected a window that spans at most "
                    + Integer.MAX_VALUE + " pixels but got " + span + ".");
        }
    }

    private static void atLeast(String what, int given, int least) {
        if (given < least) {
            throw new IllegalArgumentException(
                    "Window: " + what + ": expected " + least + " or more but got " + given + ".");
        }
    }

    /** A window of {@code size} × {@code size}, stride 1, no padding, no dilation, not flipped, not strict. */
    public static Window of(int size) {
        return of(size, size);
    }

    public static Window of(int height, int width) {
        return new Window(height, width, 1, 0, 1, false, false);
    }

    public Window stride(int pixels) {
        return new Window(height, width, pixels, padding, dilation, flip, strict);
    }

    public Window padding(int pixels) {
        return new Window(height, width, stride, pixels, dilation, flip, strict);
    }

    public Window dilation(int pixels) {
        return new Window(height, width, stride, padding, pixels, flip, strict);
    }

    public Window flip(boolean turned) {
        return new Window(height, width, stride, padding, dilation, turned, strict);
    }

    public Window strict(boolean refusing) {
        return new Window(height, width, stride, padding, dilation, flip, refusing);
    }

    /** How many pixels a dilated window spans from top to bottom: KH + (KH - 1)(dilation - 1). */
    public int spanHeight() {
        return span(height);
    }

    /** How many pixels a dilated window spans from left to right. */
    public int spanWidth() {
        return span(width);
    }

    private int span(int length) {
        return (length - 1) * dilation + 1;
    }

    /**
     * How many windows fit under one another: (H + 2 padding - span) / stride + 1, rounded down.
     *
     * @throws ShapeException if the window is larger than the padded image, or strict and pixels are left over
     */
    public int outputHeight(int height) {
        return output("Window.outputHeight", height, spanHeight());
    }

    /** How many windows fit side by side; otherwise like {@link #outputHeight}. */
    public int outputWidth(int width) {
        return output("Window.outputWidth", width, spanWidth());
    }

    private int output(String where, int length, int span) {
        long padded = length + 2L * padding;
        if (padded > Integer.MAX_VALUE) {
            throw new ShapeException(where + ": expected at most " + Integer.MAX_VALUE
                    + " pixels with the padding but got " + padded + ".");
        }
        int room = (int) padded - span;
        if (room < 0) {
            throw new ShapeException(where + ": expected " + (span - 2L * padding) + " pixels or more but got " + length
                    + ". With padding there are " + padded + ", and the window spans " + span + ".");
        }
        if (strict && room % stride != 0) {
            throw new ShapeException(where + ": expected strides that end at the border but " + room + " / " + stride
                    + " leaves " + room % stride + " over. Change stride or padding, or do without strict.");
        }
        return room / stride + 1;
    }
}
