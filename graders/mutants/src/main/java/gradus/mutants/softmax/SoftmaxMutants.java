package gradus.mutants.softmax;

import java.util.List;

/** All wrong forms of softmax, the likelier first. */
public final class SoftmaxMutants {
    public static final List<Class<?>> ALL = List.of(
            MaximumOfAll.class,
            NoMaximum.class,
            OverTheBatch.class,
            DiagonalOnly.class,
            InnerProductMissing.class,
            UpstreamIgnored.class,
            InputShifted.class);

    private SoftmaxMutants() {}
}
