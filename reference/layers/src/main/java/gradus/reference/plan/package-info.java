/**
 * Nets as descriptions: what they make of a shape, how many parameters they have, how far one output sees, how many multiplications it
 * takes — and the net itself.
 */
package gradus.reference.plan;
