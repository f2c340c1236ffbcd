package gradus.mutants.relu;

import java.util.List;

/** All wrong forms of ReLU, the likelier first. */
public final class ReluMutants {
    public static final List<Class<?>> ALL = List.of(
            MaskAlwaysTrue.class,
            InputOverwritten.class,
            UpstreamOverwritten.class,
            SlopeOneAtZero.class,
            SlopeHalfAtZero.class,
            UpstreamIgnored.class);

    private ReluMutants() {}
}
