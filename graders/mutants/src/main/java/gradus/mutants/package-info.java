/**
 * What is wrong on purpose: every {@link gradus.mutants.Mutant} stands for a misconception, and {@link
 * gradus.mutants.Certification} proves that the checks reject all of them and accept every right style.
 *
 * <p>The mutants also explain: run on the cases that a student's code failed, the one that gives the same numbers names the mistake.
 */
package gradus.mutants;
