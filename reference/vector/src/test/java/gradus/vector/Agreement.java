package gradus.vector;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Backend;
import gradus.tensor.Tensor;
import java.util.function.Supplier;

/** Holds what the vector backend computes against the plain one, on one thread and on several. */
final class Agreement {
    private static final Backend ONE = Backend.named("vector", 1);
    private static final Backend THREE = Backend.named("vector", 3);
    private static final Backend PLAIN_THREE = Backend.plain(3);

    private Agreement() {}

    /**
     * What threads may differ by where exp, log or tanh take part: code that the JIT has compiled and code that it has not differ by up to five
     * units in the last place, and each of at most 131 sums of what follows may round otherwise; a unit is at most 2.3e-16.
     */
    private static final double ROUNDINGS = 1e-13;

    /** Entries may differ by 1e-12 of their own size, and not at all between threads. */
    static void requireEqual(Supplier<Tensor> work) {
        Tensor plain = work.get();
        requireClose(work, plain, plain.abs());
    }

    /** As {@link #requireEqual}, where exp, log or tanh take part. */
    static void requireEqualFunctions(Supplier<Tensor> work) {
        Tensor plain = work.get();
        requireCloseFunctions(work, plain, plain.abs());
    }

    /** Entries may differ by 1e-12 of the sums of the magnitudes of their terms, and not at all between threads. */
    static void requireClose(Supplier<Tensor> work, Tensor magnitudes) {
        requireClose(work, work.get(), magnitudes);
    }

    /** As {@link #requireClose(Supplier, Tensor)}, for what the plain backend has answered already. */
    static void requireClose(Supplier<Tensor> work, Tensor plain, Tensor magnitudes) {
        require(work, plain, magnitudes, 0);
    }

    /** As {@link #requireClose}, where exp, log or tanh take part. */
    static void requireCloseFunctions(Supplier<Tensor> work, Tensor plain, Tensor magnitudes) {
        require(work, plain, magnitudes, ROUNDINGS);
    }

    private static void require(Supplier<Tensor> work, Tensor plain, Tensor magnitudes, double betweenThreads) {
        Tensor vector = Backend.on(ONE, work);
        requireNear("vector", vector, plain, magnitudes, 1e-12);
        requireNear("on three threads", Backend.on(THREE, work), vector, magnitudes, betweenThreads);
        assertThat(Backend.on(PLAIN_THREE, work).toArray())
                .as("plain, on three threads")
                .isEqualTo(plain.toArray());
    }

    private static void requireNear(String what, Tensor actual, Tensor expected, Tensor magnitudes, double share) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        double[] a = actual.toArray();
        double[] b = expected.toArray();
        double[] sizes = magnitudes.toArray();
        for (int i = 0; i < a.length; i++) {
            boolean same = Double.compare(a[i], b[i]) == 0 || a[i] == b[i];
            assertThat(same || Math.abs(a[i] - b[i]) <= share * sizes[i])
                    .as("%s: entry %d: %s is near %s", what, i, a[i], b[i])
                    .isTrue();
        }
    }
}
