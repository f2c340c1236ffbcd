package gradus.reference.kernel;

/** What normalising asks of n entries side by side, from position i on; answers go to the same position. */
public interface Stretch {
    /** Σ x. */
    double sum(double[] x, int i, int n);

    /** Σ (x - centre)². */
    double squares(double[] x, int i, int n, double centre);

    /** Adds Σ g and Σ (x - centre) g to two sums. */
    void gather(double[] g, double[] x, int i, int n, double centre, double[] sums);

    /** y = (x - centre) · factor + shift. */
    void scale(double[] x, double[] y, int i, int n, double centre, double factor, double shift);

    /** y = (x - centre) · factor · γ + β, with γ and β from their beginning. */
    void scale(double[] x, double[] y, int i, int n, double centre, double factor, double[] gamma, double[] beta);

    /** y = (g - mean - (x - centre) · slope) · factor. */
    void slope(
            double[] g, double[] x, double[] y, int i, int n, double mean, double centre, double slope, double factor);

    /** Adds (x - centre) · factor · dy to dγ and dy to dβ, and writes g = dy · γ; γ, dγ and dβ from their beginning. */
    void gather(
            double[] dy,
            double[] x,
            int i,
            int n,
            double centre,
            double factor,
            double[] gamma,
            double[] dgamma,
            double[] dbeta,
            double[] g);
}
