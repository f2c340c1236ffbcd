package gradus.mutants.crossentropy;

import java.util.List;

/** All wrong forms of softmax cross-entropy, the likelier first. */
public final class CrossEntropyMutants {
    public static final List<Class<?>> ALL = List.of(
            MaximumOfAll.class,
            NoMaximum.class,
            OverTheBatch.class,
            LossOfLastSample.class,
            GradientNotDivided.class,
            GradientDividedTwice.class,
            IntegerFactor.class,
            TargetNotSubtracted.class,
            SignFlipped.class,
            SoftmaxTwice.class,
            SoftmaxTwiceShortGradient.class,
            SoftmaxTwiceInnerGradient.class,
            BinaryLogarithm.class,
            BinaryLogarithmForward.class,
            SumOverSamples.class,
            SumOverSamplesForward.class,
            CacheOverwritten.class,
            CacheScaled.class,
            LogitsShifted.class,
            ProbabilityClipped.class,
            ProbabilityClippedAtPrecision.class,
            ProbabilityClippedLoosely.class,
            ProbabilityClippedEarly.class,
            ProbabilityClippedCoarsely.class,
            ProbabilityPadded.class);

    private CrossEntropyMutants() {}
}
