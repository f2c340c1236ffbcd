package gradus.problems;

import gradus.tensor.Tensor;
import java.util.Map;

/** Given numbers, fit to be set or not, and what happens with them. */
record Sample(Map<String, Tensor> given, Workings workings) {
    boolean isSilent(Trial trial) {
        return trial.isSilent(given, workings);
    }

    boolean isZero(String id) {
        return Likeness.isZero(workings.value(id));
    }

    boolean coincide(String a, String b) {
        return Likeness.same(workings.value(a), workings.value(b));
    }

    boolean areAlike(Trial a, Trial b, String id) {
        Tensor x = a.over(given).valueOrNull(id), y = b.over(given).valueOrNull(id);
        return x != null && y != null && Likeness.same(x, y);
    }
}
