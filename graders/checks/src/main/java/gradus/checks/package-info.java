/**
 * What is right: the catalogue of exercises, the checks that each must pass, and the verdicts.
 *
 * <p>A check sees a {@link gradus.subject.Subject} only, so the same checks run beside a student's code and across a pipe.
 * Start at {@link gradus.checks.Examiner}; the exercises stand in {@link gradus.checks.catalogue.Exercises}.
 */
package gradus.checks;
