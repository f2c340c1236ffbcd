package gradus.reference.plan;

import gradus.reference.net.Concatenation;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import java.util.List;

/** Branches on one input, their channels one after another. */
public record Branches(List<Stage> stages) implements Stage {
    public Branches {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("Branches: stages: expected one or more but got none.");
        }
    }

    public static Branches of(Stage... stages) {
        return new Branches(List.of(stages));
    }

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
