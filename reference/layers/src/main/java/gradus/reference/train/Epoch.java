package gradus.reference.train;

/**
 * What an epoch brought.
 *
 * @param number counts from 0
 * @param rate the learning rate
 * @param trainLoss the mean over the samples of the losses of the batches, each taken before its step
 * @param validationLoss the loss of the validation set after the epoch; NaN without one
 */
public record Epoch(int number, double rate, double trainLoss, double validationLoss) {}
