package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;

/** Averages over the outputs too where only the samples are to be averaged. */
@Misconception(
        id = "SM-16",
        exercise = "loss/mean-squared-error",
        breaks = {"forward", "backward.dX"},
        message = "Your loss and its gradient average over all entries where only the samples are to be averaged.",
        hint = "A sample with two outputs that are off by one costs two in this course. What does yours cost?")
public final class MeanOverEntries extends SquaredErrorAlgebra {
    public MeanOverEntries(Reduction reduction) {
        super(reduction);
    }

    @Override
    protected double scale() {
        return reduction == Reduction.MEAN_BATCH ? 1.0 / difference.size() : super.scale();
    }
}
