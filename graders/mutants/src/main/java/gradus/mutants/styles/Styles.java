package gradus.mutants.styles;

import java.util.List;
import java.util.Map;

/** Right answers to every exercise, written in ways that differ by design: all of them have to pass. */
public final class Styles {
    private static final Map<String, List<Class<?>>> ALL = Map.of(
            "dense/affine",
            List.of(AffineAlgebra.class, AffineLoops.class, AffineEjml.class, AffineAugmented.class),
            "activation/relu",
            List.of(ReluAlgebra.class, ReluMask.class, ReluLoops.class, ReluAbsolute.class),
            "activation/sigmoid",
            List.of(SigmoidAlgebra.class, SigmoidHyperbolic.class, SigmoidLoops.class),
            "activation/tanh",
            List.of(TanhAlgebra.class, TanhLoops.class, TanhExponential.class),
            "activation/softmax",
            List.of(SoftmaxAlgebra.class, SoftmaxLogarithmic.class, SoftmaxJacobian.class, SoftmaxLoops.class),
            "loss/softmax-cross-entropy",
            List.of(
                    CrossEntropyAlgebra.class,
                    CrossEntropyLoops.class,
                    CrossEntropyOneHot.class,
                    CrossEntropyMargins.class),
            "loss/mean-squared-error",
            List.of(
                    SquaredErrorAlgebra.class,
                    SquaredErrorLoops.class,
                    SquaredErrorRows.class,
                    SquaredErrorEjml.class));

    private Styles() {}

    /** The right answers to one exercise; none for an exercise that is not known here. */
    public static List<Class<?>> of(String exercise) {
        return ALL.getOrDefault(exercise, List.of());
    }
}
