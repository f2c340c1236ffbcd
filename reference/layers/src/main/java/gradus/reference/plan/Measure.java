package gradus.reference.plan;

import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.Stream;

/**
 * What is known at one place of a net, for one sample: an image (C, H, W), a sequence (T, D), a signal (C, L) or a vector (D). Immutable.
 *
 * @param whole all that there is to see of the input
 * @param shape the shape here
 * @param parameters numbers to learn up to here
 * @param state numbers kept but not learned, such as running statistics
 * @param multiplications in affine maps, convolutions, recurrences and attention; those of normalisation, pooling, interpolation and
 *     activations do not count
 * @param field what one entry here sees of the input
 */
public record Measure(Field whole, Shape shape, long parameters, long state, long multiplications, Field field) {
    /** Before the first stage: an image (C, H, W), a sequence (T, D) or a vector (D). */
    public static Measure of(int... input) {
        return of(Shape.of(input));
    }

    /** Before the first stage: an image (C, H, W), a sequence (T, D) or a vector (D). */
    public static Measure of(Shape input) {
        return switch (input.rank()) {
            case 3 -> of(input, new Field(input.dim(1), input.dim(2), 1));
            case 2 -> of(input, steps(input.dim(0)));
            default -> of(input, Field.PIXEL);
        };
    }

    /** Before the first stage: a signal (C, L), whose places come last, as a convolution wants it. */
    public static Measure ofSignal(int channels, int length) {
        return of(Shape.of(channels, length), steps(length));
    }

    /** Before the first stage: a sequence of tokens (T). */
    public static Measure ofTokens(int length) {
        return of(Shape.of(length), steps(length));
    }

    private static Field steps(int length) {
        return new Field(1, length, 1);
    }

    private static Measure of(Shape shape, Field whole) {
        return new Measure(whole, shape, 0, 0, 0, Field.PIXEL);
    }

    Measure to(int... next) {
        return to(Shape.of(next));
    }

    Measure to(Shape next) {
        return new Measure(whole, next, parameters, state, multiplications, field);
    }

    Measure sees(Field next) {
        return new Measure(whole, shape, parameters, state, multiplications, next);
    }

    Measure learns(long more) {
        return new Measure(whole, shape, parameters + more, state, multiplications, field);
    }

    /** Learns and keeps what a layer does. */
    Measure holds(Layer layer) {
        long learned = sizes(layer.parameters().stream().map(p -> p.value()));
        long kept = sizes(layer.state().values().stream());
        return new Measure(whole, shape, parameters + learned, state + kept, multiplications, field);
    }

    private static long sizes(Stream<Tensor> tensors) {
        return tensors.mapToLong(Tensor::size).sum();
    }

    Measure multiplies(long more) {
        return new Measure(whole, shape, parameters, state, multiplications + more, field);
    }

    /** All of the input. */
    Measure seesAll() {
        return sees(new Field(whole.height(), whole.width(), field.jump()));
    }

    /** This with what another branch from {@code start} adds to the counts. */
    Measure beside(Measure other, Measure start) {
        return new Measure(
                whole,
                shape,
                parameters + other.parameters - start.parameters,
                state + other.state - start.state,
                multiplications + other.multiplications - start.multiplications,
                field.with(other.field));
    }

    int channels() {
        return shape.dim(0);
    }

    int height() {
        return shape.dim(1);
    }

    int width() {
        return shape.dim(2);
    }
}
