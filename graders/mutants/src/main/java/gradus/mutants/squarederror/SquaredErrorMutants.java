package gradus.mutants.squarederror;

import java.util.List;

/** All wrong forms of the squared error, the likelier first. */
public final class SquaredErrorMutants {
    public static final List<Class<?>> ALL = List.of(
            LossOfLastSample.class,
            GradientNotDivided.class,
            GradientNotDividedBySamples.class,
            GradientDividedTwice.class,
            GradientDividedTwiceBySamples.class,
            GradientAlwaysDividedBySamples.class,
            ReductionIgnored.class,
            ReductionIgnoredForEntries.class,
            ReductionIgnoredBackward.class,
            ReductionIgnoredForEntriesBackward.class,
            IntegerFactor.class,
            SignFlipped.class,
            SumForMean.class,
            SumForMeanForward.class,
            MeanOverEntries.class,
            LossHalved.class,
            MeanHalved.class,
            GradientHalved.class,
            MeanGradientHalved.class,
            HalfForgottenBackward.class,
            HalfForgottenForward.class,
            PredictionOverwritten.class);

    private SquaredErrorMutants() {}
}
