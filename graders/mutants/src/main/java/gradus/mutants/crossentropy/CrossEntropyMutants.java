package gradus.mutants.crossentropy;

import gradus.mutants.Mutant;
import java.util.List;
import java.util.stream.Stream;

/** All wrong forms of softmax cross-entropy, the likelier first. */
public final class CrossEntropyMutants {
    private static final List<Mutant> PLAIN = List.of(
            Mutant.of(MaximumOfAll.class),
            Mutant.of(MaximumOfAllProbabilities.class),
            Mutant.of(NoMaximum.class),
            Mutant.of(NoMaximumProbabilities.class),
            Mutant.of(OverTheBatch.class),
            Mutant.of(OverTheBatchShortGradient.class),
            Mutant.of(LossOfLastSample.class),
            Mutant.of(GradientNotDivided.class),
            Mutant.of(GradientDividedTwice.class),
            Mutant.of(IntegerFactor.class),
            Mutant.of(TargetNotSubtracted.class),
            Mutant.of(SignFlipped.class),
            Mutant.of(SoftmaxTwice.class),
            Mutant.of(SoftmaxTwiceShortGradient.class),
            Mutant.of(SoftmaxTwiceInnerGradient.class),
            Mutant.of(OtherLogarithm.class, 2.0),
            Mutant.of(OtherLogarithm.class, 10.0),
            Mutant.of(OtherLogarithmForward.class, 2.0),
            Mutant.of(OtherLogarithmForward.class, 10.0),
            Mutant.of(SumOverSamples.class),
            Mutant.of(SumOverSamplesForward.class),
            Mutant.of(CacheOverwritten.class),
            Mutant.of(CacheScaled.class),
            Mutant.of(LogitsShifted.class));

    private static final List<Double> BOUNDS = List.of(1e-12, 1e-15, 1e-10, 1e-9, 1e-8, 1e-7);

    public static final List<Mutant> ALL = Stream.concat(
                    PLAIN.stream(), BOUNDS.stream().flatMap(CrossEntropyMutants::bounded))
            .toList();

    private CrossEntropyMutants() {}

    private static Stream<Mutant> bounded(double bound) {
        return Stream.of(
                Mutant.of(ProbabilityClipped.class, bound, 1.0),
                Mutant.of(ProbabilityClipped.class, bound, 1 - bound),
                Mutant.of(ProbabilityPadded.class, bound));
    }
}
