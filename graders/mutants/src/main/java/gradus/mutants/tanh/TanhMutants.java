package gradus.mutants.tanh;

import java.util.List;

/** All wrong forms of tanh, the likelier first. */
public final class TanhMutants {
    public static final List<Class<?>> ALL = List.of(
            SlopeNotSquared.class,
            SlopeFromInput.class,
            SlopeInverted.class,
            ExponentialOverflows.class,
            UpstreamIgnored.class,
            InputOverwritten.class,
            UpstreamOverwritten.class);

    private TanhMutants() {}
}
