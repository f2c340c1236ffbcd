/** What is hot, in one place: composed from the algebra, and overridden by backends that know better. */
@NullMarked
package gradus.reference.kernel;

import org.jspecify.annotations.NullMarked;
