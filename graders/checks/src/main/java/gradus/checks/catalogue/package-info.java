/** The exercises: what each is, what it is worth, which experiments and laws belong to it. */
package gradus.checks.catalogue;
