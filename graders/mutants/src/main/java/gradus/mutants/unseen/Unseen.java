package gradus.mutants.unseen;

import java.util.List;

/** One of the mistakes held out: its number in the catalogue of bugs, the exercise that it answers, and its code. */
public record Unseen(String bug, String exercise, Class<?> type) {
    /** All of them, exercise by exercise. */
    static List<Unseen> all() {
        return List.of(
                new Unseen("AF-01", "dense/affine", BiasGradientAsAverage.class),
                new Unseen("AF-02", "dense/affine", BiasGradientOneTotal.class),
                new Unseen("AF-04", "dense/affine", WeightGradientOverwritten.class),
                new Unseen("AF-05", "dense/affine", WeightGradientOutputsFirst.class),
                new Unseen("AF-06", "dense/affine", InputGradientForgetsTranspose.class),
                new Unseen("AF-08", "dense/affine", InputGradientStaysFlat.class),
                new Unseen("AF-10", "dense/affine", BiasOfTheRow.class),
                new Unseen("AF-13", "dense/affine", BatchTransposedInPlace.class),
                new Unseen("AF-13", "dense/affine", BiasSummedIntoUpstream.class),
                new Unseen("AC-02", "activation/relu", ReluMaskFromOutput.class),
                new Unseen("AC-14", "activation/relu", ReluZeroesItsInput.class),
                new Unseen("AC-15", "activation/relu", ReluPassesZero.class),
                new Unseen("AC-15", "activation/relu", ReluSplitsZero.class),
                new Unseen("AC-03", "activation/sigmoid", SigmoidSlopeFromInput.class),
                new Unseen("AC-04", "activation/sigmoid", SigmoidSquashesAgain.class),
                new Unseen("AC-07", "activation/sigmoid", SigmoidAsQuotient.class),
                new Unseen("AC-06", "activation/tanh", TanhSlopeUnsquared.class),
                new Unseen("AC-06", "activation/tanh", TanhSlopeFromInput.class),
                new Unseen("AC-06", "activation/tanh", TanhSlopeOfInverse.class),
                new Unseen("SM-02", "activation/softmax", SoftmaxOneMaximumForTheBatch.class),
                new Unseen("SM-03", "activation/softmax", SoftmaxDownTheColumns.class),
                new Unseen("SM-04", "activation/softmax", SoftmaxLikeSigmoid.class),
                new Unseen("SM-06", "activation/softmax", SoftmaxScalesUpstream.class),
                new Unseen("SM-10", "activation/softmax", SoftmaxJacobianWithoutUpstream.class),
                new Unseen("AF-12", "loss/softmax-cross-entropy", CrossEntropyIntegerShare.class),
                new Unseen("SM-07", "loss/softmax-cross-entropy", CrossEntropyGradientSummed.class),
                new Unseen("SM-08", "loss/softmax-cross-entropy", CrossEntropyAveragedTwice.class),
                new Unseen("SM-11", "loss/softmax-cross-entropy", CrossEntropyWithoutTarget.class),
                new Unseen("SM-12", "loss/softmax-cross-entropy", CrossEntropyTargetMinusProbability.class),
                new Unseen("SM-14", "loss/softmax-cross-entropy", CrossEntropyClipsTheLoss.class),
                new Unseen("SM-15", "loss/softmax-cross-entropy", CrossEntropyOfProbabilities.class),
                new Unseen("SM-16", "loss/softmax-cross-entropy", CrossEntropyInBits.class),
                new Unseen("SM-16", "loss/softmax-cross-entropy", CrossEntropySummedOverBatch.class),
                new Unseen("SM-18", "loss/softmax-cross-entropy", CrossEntropyEatsItsCache.class),
                new Unseen("SM-10", "loss/mean-squared-error", SquaredErrorAlwaysPerSample.class),
                new Unseen("SM-24", "loss/mean-squared-error", SquaredErrorHalvedForward.class),
                new Unseen("SM-24", "loss/mean-squared-error", SquaredErrorGradientWithoutTwo.class));
    }
}
