/** Penalties on weights: what is added to the loss of the data so that weights stay small, and a bound on their norm. */
package gradus.reference.penalty;
