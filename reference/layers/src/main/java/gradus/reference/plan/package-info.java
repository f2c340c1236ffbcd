/**
 * Nets as descriptions: what they make of a shape, how many parameters they have, how far one output sees, how many multiplications it
 * takes — and the net itself.
 *
 * <p>A description builds what it describes: {@link gradus.reference.plan.Stage#layer}. There is a stage for every layer of one input. {@link
 * gradus.reference.plan.Trial} finds the same numbers on any net that is built, by running it.
 */
package gradus.reference.plan;
