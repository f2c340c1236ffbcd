/**
 * Runs student code where it can do nothing but give wrong answers.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.open(Confinement.AUTO, Limits.standard());
 *         Workshop workshop = sandbox.workshop(sources)) {
 *     if (workshop.declaring("dense.Affine").size() == 1 && workshop.compile("dense.Affine").ok()) {
 *         try (Subject affine = workshop.subject("dense.Affine")) {
 *             examiner.examine(exercise, affine, …);
 *         }
 *         workshop.output("dense.Affine");
 *     }
 * }
 * }</pre>
 *
 * <p>A submission is compiled by a compiler process and run by a worker process. Neither holds an expected value, a reference or a mark; a worker
 * gets tensors and returns tensors, as frames on its standard streams. The parent measures time, finds out how a process ended, and believes nothing
 * else.
 */
@NullMarked
package gradus.sandbox;

import org.jspecify.annotations.NullMarked;
