package gradus.mutants.affine;

import gradus.mutants.Mutant;
import java.util.List;

/** All wrong forms of the affine layer, the likelier first. */
public final class AffineMutants {
    public static final List<Mutant> ALL = List.of(
            Mutant.of(BiasGradientAveraged.class),
            Mutant.of(BiasGradientSummedOverAll.class),
            Mutant.of(WeightGradientOfLastSample.class),
            Mutant.of(BiasGradientOfLastSample.class),
            Mutant.of(WeightGradientTransposed.class),
            Mutant.of(WeightGradientReshaped.class),
            Mutant.of(InputGradientUntransposed.class),
            Mutant.of(InputGradientReshapedWeights.class),
            Mutant.of(InputGradientFlat.class),
            Mutant.of(BiasByRow.class),
            Mutant.of(BiasByRowWrapped.class),
            Mutant.of(BiasAsColumn.class),
            Mutant.of(BiasDownRows.class),
            Mutant.of(IntegerFactor.class),
            Mutant.of(UpstreamOverwritten.class),
            Mutant.of(InputReused.class));

    private AffineMutants() {}
}
