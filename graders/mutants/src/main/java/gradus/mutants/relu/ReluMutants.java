package gradus.mutants.relu;

import gradus.mutants.Mutant;
import java.util.List;

/** All wrong forms of ReLU, the likelier first. */
public final class ReluMutants {
    public static final List<Mutant> ALL = List.of(
            Mutant.of(MaskAlwaysTrue.class),
            Mutant.of(InputOverwritten.class),
            Mutant.of(UpstreamOverwritten.class),
            Mutant.of(SlopeOneAtZero.class),
            Mutant.of(SlopeHalfAtZero.class),
            Mutant.of(UpstreamIgnored.class));

    private ReluMutants() {}
}
