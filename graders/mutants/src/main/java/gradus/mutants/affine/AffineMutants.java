package gradus.mutants.affine;

import java.util.List;

/** All wrong forms of the affine layer, the likelier first. */
public final class AffineMutants {
    public static final List<Class<?>> ALL = List.of(
            BiasGradientAveraged.class,
            BiasGradientSummedOverAll.class,
            WeightGradientOfLastSample.class,
            BiasGradientOfLastSample.class,
            WeightGradientTransposed.class,
            WeightGradientReshaped.class,
            InputGradientUntransposed.class,
            InputGradientReshapedWeights.class,
            InputGradientFlat.class,
            BiasAsColumn.class,
            BiasDownRows.class,
            IntegerFactor.class,
            UpstreamOverwritten.class,
            InputReused.class);

    private AffineMutants() {}
}
