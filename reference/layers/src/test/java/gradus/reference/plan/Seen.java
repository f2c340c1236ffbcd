package gradus.reference.plan;

import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/** The most rows and columns, from the first to the last, that move an output when they do. */
record Seen(int rows, int columns) {
    private static final int FAR = 1_000_000_000;

    /** With weights of 1 and pixels far above the others, nothing cancels and every maximum is won. */
    static Seen by(Stage net, Shape image) {
        Layer layer = net.layer(image);
        layer.mode(Mode.EVAL);
        layer.parameters().forEach(p -> p.value().fill(1));
        return new Seen(extent(layer, image, 1), extent(layer, image, 2));
    }

    private static int extent(Layer layer, Shape image, int axis) {
        int length = image.dim(axis);
        Tensor y = layer.forward(lines(image, axis));
        Tensor moved = y.slice(0, 0, length)
                .minus(y.slice(0, length, length + 1))
                .abs()
                .greater(1)
                .max(1, 4 - axis); // (length, outputs along the axis)
        return IntStream.range(0, moved.dim(1))
                .map(output -> fromFirstToLast(moved.select(1, output)))
                .max()
                .orElseThrow();
    }

    /** An image for each of its lines, with that line far above the others, and one more without such a line. */
    private static Tensor lines(Shape image, int axis) {
        Tensor x = Tensor.ones(batch(image.dim(axis) + 1, image));
        for (int i = 0; i < image.dim(axis); i++) {
            Tensor sample = x.slice(0, i, i + 1);
            sample.put(axis + 1, i, Tensor.full(batch(1, image).with(axis + 1, 1), FAR));
            x.put(0, i, sample);
        }
        return x;
    }

    private static int fromFirstToLast(Tensor line) {
        if (line.max(0).get() == 0) {
            return 0;
        }
        return line.size() - line.argmax(0).get() - line.flip(0).argmax(0).get();
    }

    /** The shape of so many samples of a shape. */
    static Shape batch(int samples, Shape sample) {
        return Shape.of(IntStream.concat(IntStream.of(samples), IntStream.of(sample.toArray()))
                .toArray());
    }
}
