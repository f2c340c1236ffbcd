package gradus.reference.train;

/**
 * What an epoch brought.
 *
 * @param number counts from 0
 * @param rate the learning rate
 * @param trainLoss that of the losses of the batches, each taken before its step: their mean, if the loss is a mean
 * @param validationLoss the loss of the validation set after the epoch; NaN without one, or where nothing of it counts
 */
public record Epoch(int number, double rate, double trainLoss, double validationLoss) {}
