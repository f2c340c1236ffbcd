package gradus.reference.kernel;

/** What normalising asks of n entries side by side, from position i on; answers go to the same position. */
public interface Stretch {
    /** Σ x. */
    double sum(double[] x, int i, int n);

    /** Σ (x - centre)². */
    double squares(double[] x, int i, int n, double centre);

    /** Σ (x - centre) y. */
    double products(double[] x, double[] y, int i, int n, double centre);

    /** y = (x - centre) · factor + shift. */
    void scale(double[] x, double[] y, int i, int n, double centre, double factor, double shift);

    /** y = (x - centre) · factor · γ + β, with γ and β from their beginning. */
    void scale(double[] x, double[] y, int i, int n, double centre, double factor, double[] gamma, double[] beta);

    /** y = (g - mean - (x - centre) · slope) · factor. */
    void slope(
            double[] g, double[] x, double[] y, int i, int n, double mean, double centre, double slope, double factor);

    /** y = g · γ, with γ from its beginning. */
    void multiply(double[] g, double[] gamma, double[] y, int i, int n);

    /** Adds (x - centre) · factor · dy to dγ and dy to dβ, both from their beginning. */
    void gather(double[] dy, double[] x, int i, int n, double centre, double factor, double[] dgamma, double[] dbeta);
}
