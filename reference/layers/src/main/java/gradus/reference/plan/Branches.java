package gradus.reference.plan;

import gradus.reference.net.Concatenation;
import gradus.reference.net.Inception;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Window;
import java.util.List;

/**
 * Branches on one input, their channels (or features) one after another: (C₁, H, W), (C₂, H, W), … become (C₁ + C₂ + …, H, W). Counts add
 * up, and the field holds those of all. Immutable.
 *
 * <p>Source: lecture 10 (inception, U-Net).
 */
public record Branches(List<Stage> stages) implements Stage {
    /** @throws IllegalArgumentException if there is no branch */
    public Branches {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("Branches: stages: expected one or more but got none.");
        }
    }

    public static Branches of(Stage... stages) {
        return new Branches(List.of(stages));
    }

    /** The block of four branches that {@link Inception#block} builds. */
    public static Branches inception(Inception.Widths widths) {
        Pooling pool = new Pooling(Pooling.Kind.MAX, Window.of(3).padding(1));
        return of(
                same(widths.one(), 1),
                same(widths.reduceThree(), 1).then(same(widths.three(), 3)),
                same(widths.reduceFive(), 1).then(same(widths.five(), 5)),
                Stage.of(pool, same(widths.pooled(), 1)));
    }

    private static Chain same(int filters, int size) {
        return Stage.of(Convolution.same(filters, size), Entrywise.RELU);
    }

    /** @throws ShapeException if the branches' answers differ in more than the channels */
    @Override
    public Measure after(Measure before) {
        Measure first = stages.get(0).after(before);
        for (Stage stage : stages.subList(1, stages.size())) {
            first = joined(first, stage.after(before), before);
        }
        return first;
    }

    private static Measure joined(Measure one, Measure other, Measure before) {
        Shape shape = one.shape().with(0, one.channels() + other.channels());
        if (!other.shape().equals(shape.with(0, other.channels()))) {
            throw new ShapeException(
                    "Branches: expected images of one size but got " + one.shape() + " and " + other.shape() + ".");
        }
        return one.beside(other, before).to(shape);
    }

    @Override
    public Layer layer(Shape input) {
        return new Concatenation(
                stages.stream().map(stage -> stage.layer(input)).toList());
    }
}
