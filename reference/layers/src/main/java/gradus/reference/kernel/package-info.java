/** What is hot, in one place: composed from the algebra, and overridden by backends that know better. */
package gradus.reference.kernel;
