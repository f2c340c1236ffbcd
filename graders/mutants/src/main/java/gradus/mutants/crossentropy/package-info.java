/** Wrong forms of softmax cross-entropy. */
package gradus.mutants.crossentropy;
