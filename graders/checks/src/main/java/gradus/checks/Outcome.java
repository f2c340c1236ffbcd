package gradus.checks;

import gradus.subject.Failure;
import gradus.tensor.Tensor;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one experiment.
 *
 * @param values by row id, in whatever shape they came; a loss is a tensor of shape {@code ()}
 * @param again what a second backward pass after the same forward pass gave, by row id
 * @param changed what was written to although it was only lent: {@code forward.x}, {@code backward.dy}, {@code w}
 * @param failure how the run ended early, or null
 */
public record Outcome(
        Map<String, Tensor> values,
        Map<String, Tensor> again,
        Set<String> changed,
        @Nullable Failure failure) {

    /** The result of the forward pass, which has come back. */
    public Tensor y() {
        return Objects.requireNonNull(values.get("forward"));
    }
}
