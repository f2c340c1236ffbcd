package gradus.tensor;

/** What slides over an image: its height and width, its stride, the padding on every side, the dilation, all in pixels. */
public record Window(int height, int width, int stride, int padding, int dilation) {
    /** A window of {@code size} × {@code size}, stride 1, no padding, no dilation. */
    public static Window of(int size) {
        return of(size, size);
    }

    public static Window of(int height, int width) {
        return new Window(height, width, 1, 0, 1);
    }

    public Window stride(int pixels) {
        return new Window(height, width, pixels, padding, dilation);
    }

    public Window padding(int pixels) {
        return new Window(height, width, stride, pixels, dilation);
    }

    public Window dilation(int pixels) {
        return new Window(height, width, stride, padding, pixels);
    }
}
