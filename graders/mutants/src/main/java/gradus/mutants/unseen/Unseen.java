package gradus.mutants.unseen;

import gradus.mutants.afresh.Afresh;
import java.util.List;

/** The mistakes that were held out. */
public final class Unseen {

    private Unseen() {}

    /** All of them, exercise by exercise. */
    public static List<Afresh> all() {
        return List.of(
                new Afresh("AF-01", "dense/affine", BiasGradientAsAverage.class),
                new Afresh("AF-02", "dense/affine", BiasGradientOneTotal.class),
                new Afresh("AF-04", "dense/affine", WeightGradientOverwritten.class),
                new Afresh("AF-05", "dense/affine", WeightGradientOutputsFirst.class),
                new Afresh("AF-06", "dense/affine", InputGradientForgetsTranspose.class),
                new Afresh("AF-08", "dense/affine", InputGradientStaysFlat.class),
                new Afresh("AF-10", "dense/affine", BiasOfTheRow.class),
                new Afresh("AF-13", "dense/affine", BatchTransposedInPlace.class),
                new Afresh("AF-13", "dense/affine", BiasSummedIntoUpstream.class),
                new Afresh("AC-02", "activation/relu", ReluMaskFromOutput.class),
                new Afresh("AC-14", "activation/relu", ReluZeroesItsInput.class),
                new Afresh("AC-15", "activation/relu", ReluPassesZero.class),
                new Afresh("AC-15", "activation/relu", ReluSplitsZero.class),
                new Afresh("AC-03", "activation/sigmoid", SigmoidSlopeFromInput.class),
                new Afresh("AC-04", "activation/sigmoid", SigmoidSquashesAgain.class),
                new Afresh("AC-07", "activation/sigmoid", SigmoidAsQuotient.class),
                new Afresh("AC-06", "activation/tanh", TanhSlopeUnsquared.class),
                new Afresh("AC-06", "activation/tanh", TanhSlopeFromInput.class),
                new Afresh("AC-06", "activation/tanh", TanhSlopeOfInverse.class),
                new Afresh("SM-02", "activation/softmax", SoftmaxOneMaximumForTheBatch.class),
                new Afresh("SM-03", "activation/softmax", SoftmaxDownTheColumns.class),
                new Afresh("SM-04", "activation/softmax", SoftmaxLikeSigmoid.class),
                new Afresh("SM-06", "activation/softmax", SoftmaxScalesUpstream.class),
                new Afresh("SM-10", "activation/softmax", SoftmaxJacobianWithoutUpstream.class),
                new Afresh("AF-12", "loss/softmax-cross-entropy", CrossEntropyIntegerShare.class),
                new Afresh("SM-07", "loss/softmax-cross-entropy", CrossEntropyGradientSummed.class),
                new Afresh("SM-08", "loss/softmax-cross-entropy", CrossEntropyAveragedTwice.class),
                new Afresh("SM-11", "loss/softmax-cross-entropy", CrossEntropyWithoutTarget.class),
                new Afresh("SM-12", "loss/softmax-cross-entropy", CrossEntropyTargetMinusProbability.class),
                new Afresh("SM-14", "loss/softmax-cross-entropy", CrossEntropyClipsTheLoss.class),
                new Afresh("SM-15", "loss/softmax-cross-entropy", CrossEntropyOfProbabilities.class),
                new Afresh("SM-16", "loss/softmax-cross-entropy", CrossEntropyInBits.class),
                new Afresh("SM-16", "loss/softmax-cross-entropy", CrossEntropySummedOverBatch.class),
                new Afresh("SM-18", "loss/softmax-cross-entropy", CrossEntropyEatsItsCache.class),
                new Afresh("SM-10", "loss/mean-squared-error", SquaredErrorAlwaysPerSample.class),
                new Afresh("SM-24", "loss/mean-squared-error", SquaredErrorHalvedForward.class),
                new Afresh("SM-24", "loss/mean-squared-error", SquaredErrorGradientWithoutTwo.class));
    }
}
