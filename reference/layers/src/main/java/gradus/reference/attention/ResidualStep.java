package gradus.reference.attention;

import gradus.reference.norm.LayerNorm;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A function f with a short road around it, normalised: y = norm(x + f(x)) or, before, y = x + f(norm(x)); all (N, T, D).
 *
 * <p>Backward, with df from the gradient of f's answer to that of its input: d = dnorm(dy), dx = d + df(d); or, before,
 * dx = dy + dnorm(df(dy)).
 */
final class ResidualStep {
    private static final double EPS = 1e-5;

    private final NormPlacement placement;
    private final LayerNorm norm;

    ResidualStep(int width, NormPlacement placement) {
        this.placement = placement;
        this.norm = new LayerNorm(width, EPS);
    }

    Tensor forward(Tensor x, UnaryOperator<Tensor> f) {
        return switch (placement) {
            case POST -> norm.forward(x.plus(f.apply(x)));
            case PRE -> x.plus(f.apply(norm.forward(x)));
        };
    }

    Tensor backward(Tensor dy, UnaryOperator<Tensor> df) {
        return switch (placement) {
            case POST -> {
                Tensor d = norm.backward(dy);
                yield d.plus(df.apply(d));
            }
            case PRE -> dy.plus(norm.backward(df.apply(dy)));
        };
    }

    List<Parameter> parameters() {
        return norm.parameters();
    }
}
