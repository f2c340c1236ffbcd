package gradus.mutants.tanh;

import gradus.mutants.Mutant;
import java.util.List;

/** All wrong forms of tanh, the likelier first. */
public final class TanhMutants {
    public static final List<Mutant> ALL = List.of(
            Mutant.of(SlopeNotSquared.class),
            Mutant.of(SlopeFromInput.class),
            Mutant.of(SlopeInverted.class),
            Mutant.of(ExponentialOverflows.class),
            Mutant.of(ExponentialOverflowsUpwards.class),
            Mutant.of(ExponentialOverflowsDownwards.class),
            Mutant.of(UpstreamIgnored.class),
            Mutant.of(InputOverwritten.class),
            Mutant.of(UpstreamOverwritten.class));

    private TanhMutants() {}
}
