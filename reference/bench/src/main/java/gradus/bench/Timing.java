package gradus.bench;

/**
 * One work's time, beside PyTorch's on one thread.
 *
 * @param gradusMillis median of the iterations, in milliseconds
 * @param ratio ours as a share of PyTorch's
 */
record Timing(String work, double gradusMillis, double torchMillis, double ratio, String backend, int threads) {
    static Timing of(String work, double gradus, double torch, String backend, int threads) {
        return new Timing(work, rounded(gradus), rounded(torch), rounded(gradus / torch), backend, threads);
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
