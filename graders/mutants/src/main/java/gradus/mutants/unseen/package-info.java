/** Wrong code that no hypothesis of the diagnosis was tuned against: it is only ever measured on. */
@NullMarked
package gradus.mutants.unseen;

import org.jspecify.annotations.NullMarked;
