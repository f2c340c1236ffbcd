package gradus.reference.plan;

import gradus.reference.net.Sequential;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stages one after another, each on what the one before it gives; without any, the shape stays. A chain in a chain is its stages. Counts add up. Immutable. */
public record Chain(List<Stage> stages) implements Stage {
    public Chain {
        stages = stages.stream().flatMap(Chain::flat).toList();
    }

    private static Stream<Stage> flat(Stage stage) {
        return stage instanceof Chain chain ? chain.stages.stream() : Stream.of(stage);
    }

    /** This and further stages. */
    public Chain then(Stage... more) {
        List<Stage> all = new ArrayList<>(stages);
        all.addAll(List.of(more));
        return new Chain(all);
    }

    @Override
    public Measure after(Measure before) {
        Measure measure = before;
        for (Stage stage : stages) {
            measure = stage.after(measure);
        }
        return measure;
    }

    @Override
    public Layer layer(Shape input) {
        List<Layer> layers = new ArrayList<>();
        Measure measure = Measure.of(input);
        for (Stage stage : stages) {
            layers.add(stage.layer(measure.shape()));
            measure = stage.after(measure);
        }
        return new Sequential(layers);
    }
}
