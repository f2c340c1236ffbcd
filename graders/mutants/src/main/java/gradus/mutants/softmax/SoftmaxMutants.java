package gradus.mutants.softmax;

import gradus.mutants.Mutant;
import java.util.List;

/** All wrong forms of softmax, the likelier first. */
public final class SoftmaxMutants {
    public static final List<Mutant> ALL = List.of(
            Mutant.of(MaximumOfAll.class),
            Mutant.of(NoMaximum.class),
            Mutant.of(MaximumOfAllLogarithms.class),
            Mutant.of(NoMaximumLogarithms.class),
            Mutant.of(OverTheBatch.class),
            Mutant.of(DiagonalOnly.class),
            Mutant.of(InnerProductMissing.class),
            Mutant.of(UpstreamIgnored.class),
            Mutant.of(UpstreamOfOnes.class),
            Mutant.of(InputShifted.class),
            Mutant.of(UpstreamOverwritten.class));

    private SoftmaxMutants() {}
}
