package gradus.reference.init;

import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Mean 0 and variance 2 / (in + out), in and out the fans: a middle way between keeping the size of signals forward (1 /
 * in) and of gradients backward (1 / out). Uniform, that is U(±√(6 / (in + out))).
 *
 * <p>A matrix (D, M) has in = D, out = M; filters (F, C, KH, KW) have in = C · KH · KW, out = F · KH · KW.
 *
 * <p>Source: Glorot and Bengio (2010), Understanding the difficulty of training deep feedforward neural networks. The
 * course's Xavier is {@link XavierNormal}.
 */
public record Glorot(Distribution distribution) implements Initializer {
    /** The normal one. */
    public Glorot() {
        this(Distribution.NORMAL);
    }

    /**
     * Draws the weights.
     *
     * @throws gradus.tensor.ShapeException if the shape has fewer than two axes
     */
    @Override
    public Tensor create(Shape shape, Seed seed) {
        Fan fan = Fan.of("Glorot", shape);
        return distribution.draw(shape, 2.0 / (fan.in() + fan.out()), seed);
    }
}
