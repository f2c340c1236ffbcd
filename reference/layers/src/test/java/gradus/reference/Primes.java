package gradus.reference;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sizes of axes: the first primes in some order, no two alike, because equal sizes hide exchanged axes. By the letters of the lectures n
 * samples, d features (or classes), m outputs, t steps, and one more, k.
 */
public record Primes(int n, int d, int m, int t, int k) {
    /** Every order of 2, 3, 5, 7 and 11, the sorted one first. */
    public static List<Primes> all() {
        return orders(List.of(2, 3, 5, 7, 11))
                .map(p -> new Primes(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4)))
                .toList();
    }

    static Stream<List<Integer>> orders(List<Integer> sizes) {
        return sizes.isEmpty()
                ? Stream.of(List.of())
                : sizes.stream().flatMap(first -> orders(without(sizes, first)).map(rest -> with(first, rest)));
    }

    private static List<Integer> without(List<Integer> sizes, int size) {
        return sizes.stream().filter(s -> s != size).toList();
    }

    private static List<Integer> with(int first, List<Integer> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    /** A class from 0 to d - 1 for each of the n samples. */
    public IntTensor labels(long seed) {
        return Tensor.uniform(Shape.of(n, d), new Seed(seed)).argmax(1);
    }

    /** A class from 0 to d - 1 for each of the t × m pixels of n images. */
    public IntTensor pixelLabels(long seed) {
        return Values.NORMAL.draw(seed, n, d, t, m).argmax(1);
    }
}
