package gradus.problems;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a model over other given numbers; each is computed when first asked for, and kept. For one thread. */
final class Workings {
    private final Model model;
    private final ScalarRun numbers;
    private final Map<String, Tensor> given;
    private final Map<String, Tensor> values = new HashMap<>();
    private GraphModel.@Nullable Run tensors;

    Workings(Model model, ScalarRun numbers, Map<String, Tensor> given) {
        this.model = model;
        this.numbers = numbers;
        this.given = given;
    }

    /** The values of another model of the same quantities, which gives no other numbers. */
    Workings by(Model other) {
        return new Workings(other, other.run(numbers), given);
    }

    /** The value of a quantity. */
    Tensor value(String name) {
        Tensor known = given.getOrDefault(name, values.get(name));
        if (known == null) {
            Tensor plain = plain(name);
            known = plain == null ? tensors().value(name) : plain;
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

    /** The value of a number, or a list of numbers, that rests on numbers alone; null for anything else. */
    private @Nullable Tensor plain(String name) {
        int place = model.place(name);
        if (place >= 0) {
            return Model.number(numbers.value(place));
        }
        List<Scalar> row = model.row(name);
        return row.isEmpty()
                ? null
                : Tensor.of(
                        Shape.of(row.size()),
                        row.stream().mapToDouble(entry -> entry.value(numbers)).toArray());
    }

    private GraphModel.Run tensors() {
        GraphModel.Run made = tensors;
        if (made == null) {
            made = model.graph().new Run(given, this::plain);
            tensors = made;
        }
        return made;
    }
}
