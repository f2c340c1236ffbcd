package gradus.problems;

import gradus.problems.kind.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One asked value.
 *
 * @param id name of the quantity in the problem's model; of a direct answer, any name
 * @param ask what is asked, in a few words
 * @param credits credits for the right value; 0 for a step on the way
 * @param published the value that the source prints, as text; null if it prints none
 * @param form what the answer is compared with
 * @param accepted other answers that are right
 * @param wrong wrong answers that are known
 * @param carries whether errors of earlier answers are carried forward to it
 * @param needs ids of answers before it without which it earns nothing
 * @param derived of a key that no source prints; otherwise null
 */
public record Question(
        String id,
        String ask,
        double credits,
        @Nullable String published,
        Form form,
        List<Listed> accepted,
        List<Listed> wrong,
        boolean carries,
        List<String> needs,
        @Nullable Derived derived) {
    public Question {
        accepted = List.copyOf(accepted);
        wrong = List.copyOf(wrong);
        needs = List.copyOf(needs);
    }

    /** Whether the problem's graph computes the key. */
    public boolean isComputed() {
        return form instanceof Form.Computed;
    }

    /** The kind of an answer that is marked by itself. */
    public Optional<Kind> kind() {
        return form instanceof Form.Direct direct ? Optional.of(direct.kind()) : Optional.empty();
    }

    /** Given numbers that the answer may name. */
    public List<String> names() {
        return form instanceof Form.Computed computed ? computed.names() : List.of();
    }

    /** Whether the answer counts something. */
    public boolean counts() {
        return form instanceof Form.Computed computed && computed.count();
    }

    /** Credits of a right expression whose value is worked out wrongly. */
    public double method() {
        return form instanceof Form.Computed computed ? computed.method() : 0;
    }

    /** How a shape is marked, if the answer is one. */
    public Optional<Axes> shape() {
        return form instanceof Form.Computed computed ? computed.shape() : Optional.empty();
    }
}
