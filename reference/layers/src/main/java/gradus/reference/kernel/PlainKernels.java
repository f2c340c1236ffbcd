package gradus.reference.kernel;

import gradus.tensor.Workers;

/** The composed kernels, but for normalising, which is a dozen passes over x when composed and a few as loops. */
record PlainKernels(Workers workers) implements NormalizationKernels {
    private static final Stretch STRETCH = new PlainStretch();

    @Override
    public Stretch stretch() {
        return STRETCH;
    }
}
