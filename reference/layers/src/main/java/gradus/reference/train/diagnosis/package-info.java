/** What curves, errors, gradients and activations say about a training. */
package gradus.reference.train.diagnosis;
