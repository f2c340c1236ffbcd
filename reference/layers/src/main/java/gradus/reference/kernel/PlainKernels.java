package gradus.reference.kernel;

import gradus.tensor.Workers;

/** The composed kernels, but for normalising, which is a dozen passes over x when composed and a few as loops. */
record PlainKernels(Workers workers) implements NormalizationKernels {
    @Override
    public Normalization channels(int samples, int channels, int area) {
        return new PlainChannels(samples, channels, area, workers);
    }

    @Override
    public Normalization rows(int rows, int width) {
        return new PlainRows(rows, width, workers);
    }
}
