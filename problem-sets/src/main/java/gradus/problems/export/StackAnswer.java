package gradus.problems.export;

import gradus.problems.Question;
import java.util.List;

/**
 * An answer in STACK.
 *
 * @param type of its inputs
 * @param statements of Maxima that set {@link #result()}: 0 nothing answered, 1 right, 2 carried forward, 3 wrong, from 4 on
 *     the answers that earn a share
 * @param shares what those earn, of all credits
 * @param remark what is lost or different
 */
record StackAnswer(
        Question question,
        String type,
        List<Input> inputs,
        List<String> statements,
        List<Double> shares,
        String remark) {
    /** A field: what it is called, what stands before it, and the teacher's answer. */
    record Input(String name, String label, String key) {}

    String result() {
        return "r_" + inputs.get(0).name();
    }
}
