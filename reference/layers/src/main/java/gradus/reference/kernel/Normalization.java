package gradus.reference.kernel;

/** Loops that normalise numbers of one layout, a statistic for each channel or row. Entries are row-major; answers are new arrays of zeros. */
sealed interface Normalization permits ChannelNormalization, RowNormalization {
    void moments(double[] x, double[] mean, double[] variance);

    /** y = γ (x - mean) / deviation + β. */
    void forward(double[] x, double[] mean, double[] deviation, double[] gamma, double[] beta, double[] y);

    /** The gradients of x, γ and β, where mean and deviation are those of x. */
    void backward(
            double[] dy,
            double[] x,
            double[] mean,
            double[] deviation,
            double[] gamma,
            double[] dx,
            double[] dgamma,
            double[] dbeta);
}
