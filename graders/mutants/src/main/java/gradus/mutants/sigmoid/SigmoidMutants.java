package gradus.mutants.sigmoid;

import gradus.mutants.Mutant;
import java.util.List;

/** All wrong forms of the sigmoid, the likelier first. */
public final class SigmoidMutants {
    public static final List<Mutant> ALL = List.of(
            Mutant.of(SlopeFromInput.class),
            Mutant.of(SquashedTwice.class),
            Mutant.of(ExponentialOverflows.class),
            Mutant.of(SlopeOverflows.class, 1.0),
            Mutant.of(SlopeOverflows.class, -1.0),
            Mutant.of(UpstreamIgnored.class),
            Mutant.of(InputOverwritten.class),
            Mutant.of(UpstreamOverwritten.class));

    private SigmoidMutants() {}
}
