/**
 * Nets as descriptions: what they make of a shape, how many parameters they have, how far one output sees, how many multiplications it
 * takes — and the net itself.
 *
 * <p>A description builds what it describes: {@link gradus.reference.plan.Stage#layer}. There is a stage for every layer of one input.
 */
package gradus.reference.plan;
