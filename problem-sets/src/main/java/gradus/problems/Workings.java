package gradus.problems;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The values of a model over other given numbers; each is computed when first asked for, and kept. For one thread. */
final class Workings {
    private final ScalarModel scalars;
    private final Supplier<GraphModel> graph;
    private final Map<String, Tensor> given;
    private final ScalarRun numbers;
    private final Map<String, Tensor> values = new HashMap<>();
    private GraphModel.@Nullable Run tensors;

    Workings(ScalarModel scalars, Supplier<GraphModel> graph, Map<String, Tensor> given) {
        this.scalars = scalars;
        this.graph = graph;
        this.given = given;
        this.numbers = scalars.run(given);
    }

    /** The value of a quantity. */
    Tensor value(String name) {
        Tensor known = values.get(name);
        if (known == null) {
            int place = scalars.place(name);
            known = place < 0 ? tensors().value(name) : Model.number(numbers.value(place));
            values.put(name, known);
        }
        return known;
    }

    /** The value of a quantity; null where the shapes let nobody go on so. */
    @Nullable
    Tensor valueOrNull(String name) {
        try {
            return value(name);
        } catch (ShapeException e) {
            return null;
        }
    }

    private GraphModel.Run tensors() {
        GraphModel.Run made = tensors;
        if (made == null) {
            made = graph.get().new Run(given);
            tensors = made;
        }
        return made;
    }
}
