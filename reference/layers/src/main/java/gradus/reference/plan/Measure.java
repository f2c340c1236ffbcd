package gradus.reference.plan;

import gradus.tensor.Shape;

/**
 * What is known at one place of a net, for one sample.
 *
 * @param input the shape that goes into the net, (C, H, W) or (D)
 * @param shape the shape here
 * @param parameters numbers to learn up to here
 * @param state numbers kept but not learned, such as running statistics
 * @param multiplications of weights with inputs; those of normalisation, pooling and activations do not count
 * @param field what one entry here sees of the input image
 */
public record Measure(Shape input, Shape shape, long parameters, long state, long multiplications, Field field) {
    /** Before the first stage. */
    public static Measure of(int... input) {
        return of(Shape.of(input));
    }

    public static Measure of(Shape shape) {
        return new Measure(shape, shape, 0, 0, 0, Field.PIXEL);
    }

    Measure to(Shape next) {
        return new Measure(input, next, parameters, state, multiplications, field);
    }

    Measure sees(Field next) {
        return new Measure(input, shape, parameters, state, multiplications, next);
    }

    Measure learns(long more) {
        return new Measure(input, shape, parameters + more, state, multiplications, field);
    }

    Measure keeps(long more) {
        return new Measure(input, shape, parameters, state + more, multiplications, field);
    }

    Measure multiplies(long more) {
        return new Measure(input, shape, parameters, state, multiplications + more, field);
    }

    /** All of the image. */
    Measure seesAll() {
        boolean image = input.rank() == 3;
        return sees(new Field(image ? input.dim(1) : 1, image ? input.dim(2) : 1, field.jump()));
    }

    /** This with what another branch from {@code start} adds to the counts. */
    Measure beside(Measure other, Measure start) {
        return new Measure(
                input,
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
