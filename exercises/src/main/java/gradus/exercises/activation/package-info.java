/** Activation functions. */
package gradus.exercises.activation;
