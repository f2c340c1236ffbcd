/** Losses: one number for a whole batch. Only they divide by the number of samples. */
package gradus.reference.loss;
