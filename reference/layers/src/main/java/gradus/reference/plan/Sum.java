package gradus.reference.plan;

import gradus.reference.net.Residual;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import java.util.List;

/**
 * A residual block: a branch and a shortcut to the same shape, added up, number by number. Counts add up, and the field holds both.
 * Immutable.
 *
 * <p>Source: lecture 10 (ResNet); endterm 2022, 4.3.
 */
public record Sum(Stage branch, Stage shortcut) implements Stage {
    /** With the identity as the shortcut. */
    public static Sum of(Stage branch) {
        return new Sum(branch, new Chain(List.of()));
    }

    /** @throws gradus.tensor.ShapeException if the two shapes differ */
    @Override
    public Measure after(Measure before) {
        Measure through = branch.after(before);
        Measure round = shortcut.after(before);
        Require.equal("Sum", through, round);
        return through.beside(round, before);
    }

    @Override
    public Layer layer(Shape input) {
        return new Residual(branch.layer(input), shortcut.layer(input));
    }
}
