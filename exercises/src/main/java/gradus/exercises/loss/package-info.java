/** Losses, at the end of every net. */
package gradus.exercises.loss;
