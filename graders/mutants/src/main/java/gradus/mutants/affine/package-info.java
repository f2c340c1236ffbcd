/** Wrong forms of the affine layer. */
package gradus.mutants.affine;
