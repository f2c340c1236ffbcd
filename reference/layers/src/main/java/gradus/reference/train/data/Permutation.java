package gradus.reference.train.data;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import java.util.stream.IntStream;

/**
 * The numbers 0 to n - 1 in an order that the seed decides, each order equally likely: for i = n - 1 down to 1, entry
 * i changes places with entry j, j uniform on 0 … i.
 *
 * <p>Source: the shuffle of Fisher and Yates, as Durstenfeld (1964) turned it into a program.
 */
public final class Permutation {
    private Permutation() {}

    /**
     * Returns the order, (n).
     *
     * @throws IllegalArgumentException if n is negative
     */
    public static IntTensor of(int n, Seed seed) {
        if (n < 0) {
            throw new IllegalArgumentException("Permutation.of: n: expected 0 or more but got " + n + ".");
        }
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = (int) (seed.uniform(i) * (i + 1));
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return IntTensor.of(order);
    }
}
