package gradus.reference.classic;

import gradus.reference.optim.minimize.Minimum;

/**
 * What came of fitting a model by descent: the model, and where the descent ended and why.
 *
 * @param <M> the type of the model
 */
public record Fit<M>(M model, Minimum minimum) {}
