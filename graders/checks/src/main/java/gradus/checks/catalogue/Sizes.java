package gradus.checks.catalogue;

import gradus.tensor.Seed;

/**
 * Sizes of an experiment: N rows, D inputs, M outputs.
 *
 * <p>They are pairwise distinct primes, because equal sizes hide transposes and swapped axes; a single row and a square weight are wanted
 * once each all the same.
 */
record Sizes(int n, int d, int m) {
    /** Larger than any of the primes, lest a bound such as 8 go unseen. */
    static final Sizes LARGE = new Sizes(17, 13, 11);

    static final Sizes SINGLE_COLUMNS = new Sizes(3, 1, 1);

    private static final int[] PRIMES = {2, 3, 5, 7};

    /** Three distinct primes in an order that depends on the seed. */
    static Sizes draw(Seed seed) {
        int[] primes = PRIMES.clone();
        for (int i = primes.length - 1; i > 0; i--) {
            int j = (int) (seed.uniform(i) * (i + 1));
            int kept = primes[i];
            primes[i] = primes[j];
            primes[j] = kept;
        }
        return new Sizes(primes[0], primes[1], primes[2]);
    }

    Sizes singleRow() {
        return new Sizes(1, d, m);
    }

    Sizes square() {
        return new Sizes(n, d, d);
    }
}
