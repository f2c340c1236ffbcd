package gradus.problems;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student's own value, as later answers are followed from it.
 *
 * @param written the answer
 * @param exact the value that is thought to stand behind the answer; null if nobody knows one
 * @param standing right, followed from earlier answers, or wrong: not what follows from what is on the sheet
 */
record Own(Written written, @Nullable Tensor exact, Standing standing) {
    enum Standing {
        RIGHT,
        FOLLOWED,
        WRONG
    }

    /** Of a value that is not the key, this share may have been lost by rounding. */
    private static final double ROUNDED_SHARE = 0.01;

    Tensor value() {
        return written.value();
    }

    boolean isWrong() {
        return standing == Standing.WRONG;
    }

    /** Whether the wrong answer comes out of a slip that has a name; zeros leave too little to do to be trusted. */
    boolean isHonestSlip() {
        return isWrong() && exact != null && Follower.differs(value(), Tensor.zeros(written.shape()));
    }

    /** Other values that the student may have gone on with: the key before rounding, or what rounds to the answer. */
    List<Tensor> variants() {
        if (standing == Standing.RIGHT && exact != null) {
            return written.isExactly(exact) ? List.of() : List.of(exact);
        }
        List<Tensor> variants = new ArrayList<>();
        for (int i = 0; i < written.entries().size(); i++) {
            double margin = margin(i);
            if (margin > 0) {
                double[] moved = value().toArray();
                moved[i] += margin;
                variants.add(Tensor.of(written.shape(), moved));
            }
        }
        return variants;
    }

    private double margin(int i) {
        Entry entry = written.entries().get(i);
        double rounded = Math.min(entry.margin(), ROUNDED_SHARE * Math.abs(entry.value()));
        return exact == null ? rounded : Math.max(rounded, Math.abs(exact.toArray()[i] - entry.value()));
    }
}
