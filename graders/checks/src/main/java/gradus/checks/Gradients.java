package gradus.checks;

import gradus.subject.Failure;
import gradus.tensor.Tensor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one backward pass returned and added.
 *
 * @param values by row id; a row is missing if the pass ended before anything of it was to be seen
 * @param failure how the pass ended early, or null
 */
public record Gradients(
        Map<String, Tensor> values, @Nullable Failure failure) {

    /**
     * The gradient of a row.
     *
     * @throws Failure why there is none
     */
    public Tensor of(Row row) {
        Tensor value = values.get(row.id());
        if (value != null) return value;
        throw failure != null
                ? failure
                : new Failure(Failure.Code.WRONG_RETURN, "backward returned no %s.".formatted(row.symbol()), null);
    }
}
