package gradus.problems;

import gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** A slip's first value that is not the key; null where the shapes let nobody slip so. */
record Shown(Trial trial, Question question, @Nullable Tensor value, Tensor key) {
    private static final int ROUNDED = 3, EXACT = 12;
    /** A number of two digits is off by 5 % at most; nothing that is farther away rounds to it. */
    private static final double FAR = 0.06;

    /** Whether the value, or a rounding of it, would be taken for the key. */
    boolean isNear() {
        Tensor wrong = value;
        if (wrong == null
                || !wrong.shape().equals(key.shape())
                || (question.shape().isEmpty() && isFar(wrong))) {
            return false;
        }
        Answer answer = new Answer("", question, "", key);
        return answer.fits(Digits.rounded(wrong, EXACT), key)
                || (!question.counts()
                        && question.shape().isEmpty()
                        && answer.fits(Digits.rounded(wrong, ROUNDED), key));
    }

    private boolean isFar(Tensor wrong) {
        double[] a = wrong.toArray(), b = key.toArray();
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > FAR * Math.max(Math.abs(a[i]), Math.abs(b[i]))) {
                return true;
            }
        }
        return false;
    }

    /** Whether another slip ends in the same value, and only with these numbers. */
    boolean isLike(Shown other, Nearby nearby) {
        return question.id().equals(other.question.id())
                && value != null
                && other.value != null
                && Likeness.same(value, other.value)
                && !nearby.areAlike(trial, other.trial, question.id());
    }
}
