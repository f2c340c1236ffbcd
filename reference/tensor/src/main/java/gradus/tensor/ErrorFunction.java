package gradus.tensor;

/** erf(x) = 2/√π ∫₀ˣ exp(-t²) dt, to 1e-15. */
final class ErrorFunction {
    /** The series is short below this, the continued fraction above. */
    private static final double BORDER = 2.5;

    private static final int FRACTION_TERMS = 60;

    private ErrorFunction() {}

    static double erf(double x) {
        double size = Math.abs(x);
        double positive = size < BORDER ? series(size) : 1 - fraction(size);
        return Double.isNaN(x) ? x : Math.copySign(positive, x);
    }

    /** 2/√π exp(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · … · (2n + 1)): no term is negative, so nothing cancels. Abramowitz and Stegun 7.1.6. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 0x1p-54; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** 1 - erf(x) = exp(-x²)/√π · 1/(x + 1/2/(x + 2/2/(x + 3/2/(x + …)))). Abramowitz and Stegun 7.1.14. */
    private static double fraction(double x) {
        double tail = x;
        for (int n = FRACTION_TERMS; n >= 1; n--) {
            tail = x + n / 2.0 / tail;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
    }
}
