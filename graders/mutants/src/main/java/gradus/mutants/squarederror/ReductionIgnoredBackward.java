package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Takes the gradient as if it had been given another reduction. */
@Misconception(
        id = "SM-10",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your gradient is the same for every reduction, your loss is not.",
        hint = "Ask for the sum instead of the mean. Which of your two passes should change, and does it?")
public final class ReductionIgnoredBackward extends SquaredErrorAlgebra {
    private final SquaredErrorAlgebra always;

    public ReductionIgnoredBackward(Reduction asked, Reduction always) {
        super(asked);
        this.always = new SquaredErrorAlgebra(always);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        always.forward(prediction, target);
        return super.forward(prediction, target);
    }

    @Override
    public Tensor backward() {
        return always.backward();
    }
}
