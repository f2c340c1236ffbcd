/**
 * Why a row is wrong: known mistakes that reproduce the student's numbers, then patterns in the numbers themselves. What fits is said; when
 * nothing fits, nothing is said.
 */
package gradus.checks.diagnosis;
