/** Derivatives of any function by differences, and norms. */
package gradus.reference.calculus;
