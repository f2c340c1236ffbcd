package gradus.vector;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static double sumInHalves(double... entries) {
        double[] sums = entries.clone();
        for (int half = sums.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[0];
    }

    /** So often that it begins before the JIT has compiled the sum and goes on after. */
    @Test
    void halves_are_added_until_one_entry_is_left() {
        int vectors = 30_000;
        double[] x = Tensor.normal(Shape.of(vectors * Tile.LANES), new Seed(1)).toArray();

        for (int i = 0; i < x.length; i += Tile.LANES) {
            assertThat(Lanes.sum(DoubleVector.fromArray(Tile.SPECIES, x, i)))
                    .isEqualTo(sumInHalves(Arrays.copyOfRange(x, i, i + Tile.LANES)));
        }
    }
}
