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

    /** Entries may differ by 1e-12 of their own size: right for functions of single entries. */
    static void requireEqual(Supplier<Tensor> work) {
        Tensor plain = work.get();
        requireClose(work, plain, plain.abs());
    }

    /** Entries may differ by 1e-12 of the sums of the magnitudes of their terms. */
    static void requireClose(Supplier<Tensor> work, Tensor plain, Tensor magnitudes) {
        Tensor vector = Backend.on(ONE, work);
        assertThat(vector.shape()).isEqualTo(plain.shape());
        double[] expected = plain.toArray();
        double[] actual = vector.toArray();
        double[] sizes = magnitudes.toArray();
        for (int i = 0; i < expected.length; i++) {
            boolean same = Double.compare(expected[i], actual[i]) == 0 || expected[i] == actual[i];
            assertThat(same || Math.abs(expected[i] - actual[i]) <= 1e-12 * sizes[i])
                    .as("entry %d: %s as plain %s", i, actual[i], expected[i])
                    .isTrue();
        }
        assertThat(Backend.on(THREE, work).toArray()).as("on three threads").isEqualTo(actual);
        assertThat(Backend.on(PLAIN_THREE, work).toArray())
                .as("plain, on three threads")
                .isEqualTo(expected);
    }
}
