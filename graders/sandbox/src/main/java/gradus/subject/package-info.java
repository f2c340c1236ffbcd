/**
 * How a check holds a piece of code: it creates an instance, calls its methods, reads and writes its tensors, and never learns where the code runs.
 *
 * <p>{@link gradus.subject.LocalSubject} finds a class's methods by reflection in this process; {@code gradus.sandbox} drives the same binder in
 * another process. Values cross by copy either way, so code that keeps or overwrites what it was lent harms nobody but itself.
 */
@NullMarked
package gradus.subject;

import org.jspecify.annotations.NullMarked;
