/**
 * Training a net: the loop, early stopping, checkpoints, ensembles, pre-training. What it needs lies beside it:
 * {@code data} splits and scales, {@code augment} changes images, {@code metric} counts what is right, {@code search}
 * looks for hyperparameters, {@code diagnosis} says what goes wrong, {@code calculus} takes derivatives of any
 * function.
 */
package gradus.reference.train;
