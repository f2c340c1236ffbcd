package gradus.mutants.sigmoid;

import java.util.List;

/** All wrong forms of the sigmoid, the likelier first. */
public final class SigmoidMutants {
    public static final List<Class<?>> ALL = List.of(
            SlopeFromInput.class,
            SquashedTwice.class,
            ExponentialOverflows.class,
            UpstreamIgnored.class,
            InputOverwritten.class,
            UpstreamOverwritten.class);

    private SigmoidMutants() {}
}
