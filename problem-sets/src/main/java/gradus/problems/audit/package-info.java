/** Measures the bank and the examiner: what of the catalogue is there, and how generated sheets are marked. */
@org.jspecify.annotations.NullMarked
package gradus.problems.audit;
