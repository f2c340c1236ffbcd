/** Wrong forms of the squared error. */
package gradus.mutants.squarederror;
