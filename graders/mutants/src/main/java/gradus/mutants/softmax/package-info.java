/** Wrong forms of softmax. */
package gradus.mutants.softmax;
