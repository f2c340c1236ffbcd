package gradus.mutants.squarederror;

import gradus.mutants.Mutant;
import gradus.tensor.Reduction;
import java.util.List;

/** All wrong forms of the squared error, the likelier first. */
public final class SquaredErrorMutants {
    public static final List<Mutant> ALL = List.of(
            Mutant.of(LossOfLastSample.class),
            Mutant.of(GradientNotDivided.class),
            Mutant.of(GradientNotDividedBySamples.class),
            Mutant.of(GradientDividedTwice.class),
            Mutant.of(GradientDividedTwiceBySamples.class),
            Mutant.of(ReductionIgnored.class, Reduction.MEAN_BATCH),
            Mutant.of(ReductionIgnored.class, Reduction.MEAN_ALL),
            Mutant.of(ReductionIgnored.class, Reduction.SUM),
            Mutant.of(ReductionIgnoredBackward.class, Reduction.MEAN_BATCH),
            Mutant.of(ReductionIgnoredBackward.class, Reduction.MEAN_ALL),
            Mutant.of(ReductionIgnoredBackward.class, Reduction.SUM),
            Mutant.of(IntegerFactor.class),
            Mutant.of(IntegerShare.class),
            Mutant.of(IntegerScale.class),
            Mutant.of(GradientAlwaysDividedBySamples.class),
            Mutant.of(SignFlipped.class),
            Mutant.of(SumForMean.class),
            Mutant.of(SumForMeanForward.class),
            Mutant.of(MeanOverEntries.class),
            Mutant.of(LossHalved.class),
            Mutant.of(MeanHalved.class),
            Mutant.of(GradientHalved.class),
            Mutant.of(MeanGradientHalved.class),
            Mutant.of(HalfForgottenBackward.class),
            Mutant.of(HalfForgottenForward.class),
            Mutant.of(PredictionOverwritten.class),
            Mutant.of(TargetOverwritten.class));

    private SquaredErrorMutants() {}
}
