package gradus.reference.attention;

import gradus.reference.activation.Identity;
import gradus.reference.norm.Dropout;
import gradus.reference.norm.LayerNorm;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A function f with a short road around it, normalised: y = norm(x + drop(f(x))) or, before, y = x + drop(f(norm(x))); all (N, T, D). drop is
 * {@link Dropout}.
 *
 * <p>Backward, with df from the gradient of f's answer to that of its input: d = dnorm(dy), dx = d + df(ddrop(d)); or, before,
 * dx = dy + dnorm(df(ddrop(dy))).
 */
final class ResidualStep {
    private static final double EPS = 1e-5;

    private final NormPlacement placement;
    private final LayerNorm norm;
    private final Layer dropout;

    ResidualStep(int width, NormPlacement placement, double p, Seed seed) {
        this.placement = placement;
        norm = new LayerNorm(width, EPS);
        dropout = p == 0 ? new Identity() : new Dropout(p, seed);
    }

    Tensor forward(Tensor x, UnaryOperator<Tensor> f) {
        return switch (placement) {
            case POST -> norm.forward(x.plus(dropout.forward(f.apply(x))));
            case PRE -> x.plus(dropout.forward(f.apply(norm.forward(x))));
        };
    }

    Tensor backward(Tensor dy, UnaryOperator<Tensor> df) {
        return switch (placement) {
            case POST -> {
                Tensor d = norm.backward(dy);
                yield d.plus(df.apply(dropout.backward(d)));
            }
            case PRE -> dy.plus(norm.backward(df.apply(dropout.backward(dy))));
        };
    }

    void mode(Mode mode) {
        dropout.mode(mode);
    }

    /** The parameters of f and of the norm, each under its part's name. */
    Stream<Parameter> parameters(String part, Trainable f, String normPart) {
        return Stream.concat(Names.of(part, f.parameters()), Names.of(normPart, norm.parameters()));
    }
}
