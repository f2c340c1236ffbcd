package gradus.problems;

import gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A student's own value, as later answers are followed from it.
 *
 * @param written the answer
 * @param exact the value that was rounded to the answer, where it is known; otherwise null
 * @param wrong whether it is neither the key nor follows from earlier answers
 */
record Own(Written written, @Nullable Tensor exact, boolean wrong) {
    Tensor value() {
        return written.value();
    }
}
