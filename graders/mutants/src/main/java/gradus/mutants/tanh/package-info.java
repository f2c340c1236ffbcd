/** Wrong forms of tanh. */
package gradus.mutants.tanh;
