package gradus.bench;

import org.jspecify.annotations.Nullable;

/**
 * One work's time, beside PyTorch's on one thread, which is null where there is no PyTorch.
 *
 * @param gradusMillis median of the iterations, in milliseconds
 * @param ratio ours as a share of PyTorch's
 */
record Timing(
        String work,
        double gradusMillis,
        @Nullable Double torchMillis,
        @Nullable Double ratio,
        String backend,
        int threads) {
    static Timing of(String work, double gradus, @Nullable Double torch, String backend, int threads) {
        Double ratio = torch == null ? null : rounded(gradus / torch);
        return new Timing(work, rounded(gradus), torch == null ? null : rounded(torch), ratio, backend, threads);
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
