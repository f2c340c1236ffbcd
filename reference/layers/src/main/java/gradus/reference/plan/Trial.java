package gradus.reference.plan;

import gradus.tensor.Backend;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * What a net turns out to hold, give, multiply and see when it is run, whatever layers it is made of: the other way to what a {@link Stage}
 * says beforehand. It takes a run for every line of the input; the net is in use ({@link Mode#EVAL}) afterwards, and otherwise as before.
 *
 * <p>The shape is that of the answer to no samples, without the batch. Multiplications are those of all matrix products for one sample; a
 * {@linkplain gradus.reference.pool.BilinearUpsample bilinear} enlargement is done by some, too.
 *
 * <p>Where a line of the input is NaN, what depends on it is NaN; so an output sees from the first line to the last that makes it NaN. That
 * holds for all weights, 0 among them, but not behind layers that answer NaN with a number, as {@link
 * gradus.reference.activation.Step} does; and a bilinear enlargement, whose products have zeros in them, seems to see all.
 *
 * @param shape what comes out for one sample
 * @param parameters numbers to learn
 * @param state numbers kept but not learned
 * @param multiplications in matrix products
 * @param rows the most that an output sees of an image from top to bottom; 1 if the input is none
 * @param columns the most that it sees from left to right, or of the steps of a sequence (T, D); 1 if the input is a vector
 */
public record Trial(Shape shape, long parameters, long state, long multiplications, int rows, int columns) {
    /**
     * Runs a net.
     *
     * @param input an image (C, H, W), a sequence (T, D) or a vector (D)
     * @throws gradus.tensor.ShapeException if the net refuses it
     */
    public static Trial of(Layer net, Shape input) {
        net.mode(Mode.EVAL);
        Measure holding = Measure.of(input).holds(net);
        Shape answer = net.forward(Tensor.zeros(batch(0, input))).shape();
        boolean image = input.rank() == 3;
        return Backend.on(
                Backend.plain(),
                () -> new Trial(
                        Shape.of(IntStream.of(answer.toArray()).skip(1).toArray()),
                        holding.parameters(),
                        holding.state(),
                        Multiplications.of(() -> net.forward(Tensor.zeros(batch(1, input)))),
                        image ? seen(net, input, 2) : 1,
                        image ? seen(net, input, 3) : input.rank() == 2 ? seen(net, input, 1) : 1));
    }

    private static Shape batch(int samples, Shape sample) {
        return Shape.of(IntStream.concat(IntStream.of(samples), IntStream.of(sample.toArray()))
                .toArray());
    }

    /** How many lines any output sees at most along an axis, from the first to the last. */
    private static int seen(Layer net, Shape input, int axis) {
        Shape one = batch(1, input);
        int[] first = new int[net.forward(Tensor.zeros(one)).size()]; // the first line that it sees, from 1; 0 so far
        int most = 0;
        for (int line = 1; line <= one.dim(axis); line++) {
            double[] y = net.forward(without(line - 1, one, axis)).toArray();
            for (int i = 0; i < y.length; i++) {
                if (Double.isNaN(y[i])) {
                    first[i] = first[i] == 0 ? line : first[i];
                    most = Math.max(most, line - first[i] + 1);
                }
            }
        }
        return most;
    }

    private static Tensor without(int line, Shape one, int axis) {
        Tensor x = Tensor.zeros(one);
        x.put(axis, line, Tensor.full(one.with(axis, 1), Double.NaN));
        return x;
    }
}
