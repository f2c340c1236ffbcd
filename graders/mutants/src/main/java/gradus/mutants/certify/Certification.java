package gradus.mutants.certify;

import gradus.checks.Examiner;
import gradus.checks.Exercise;
import gradus.checks.Oracle;
import gradus.checks.Oracle.Valued;
import gradus.checks.Verdict;
import gradus.checks.diagnosis.Diagnoser;
import gradus.mutants.LiveHypotheses;
import gradus.tensor.Seed;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Examines, on many seeds, code that is known to be right or wrong, and reports whether the checks agree.
 *
 * <p>All of it runs in this process, the seeds in parallel: the code is our own.
 *
 * @param oracle values the experiments
 * @param skeletons gives the class that a student starts from
 */
public record Certification(Oracle oracle, Function<Exercise, Class<?>> skeletons) {

    /**
     * Certifies these exercises on the seeds 1, 2, … {@code seeds}.
     *
     * @param progress is told, from any thread, how many rounds are done; there is one for each exercise and seed
     */
    public Certificates run(List<Exercise> exercises, long seeds, LongConsumer progress) {
        AtomicLong done = new AtomicLong();
        Runnable tick = () -> progress.accept(done.incrementAndGet());
        return new Certificates(
                seeds,
                exercises.stream()
                        .map(exercise -> certify(exercise, seeds, tick))
                        .toList());
    }

    private Certificate certify(Exercise exercise, long seeds, Runnable tick) {
        List<Specimen> specimens = Specimen.of(exercise, skeletons.apply(exercise));
        List<Claim> claims = LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> round(exercise, specimens, new Seed(seed), tick))
                .flatMap(List::stream)
                .toList();
        return Certificate.of(exercise.id(), claims);
    }

    private List<Claim> round(Exercise exercise, List<Specimen> specimens, Seed seed, Runnable tick) {
        List<Valued> valued = oracle.valued(exercise, seed);
        Diagnoser diagnoser = new Diagnoser(new Remembered(new LiveHypotheses(), exercise));
        Examiner examiner = new Examiner((same, fixed) -> valued, diagnoser);
        List<Claim> claims = specimens.stream()
                .flatMap(specimen -> claims(examiner, exercise, specimen, seed).stream())
                .toList();
        tick.run();
        return claims;
    }

    private static List<Claim> claims(Examiner examiner, Exercise exercise, Specimen specimen, Seed seed) {
        List<Verdict> verdicts = examiner.examine(exercise, specimen.subject(), seed);
        return specimen.claims().apply(new Examined(specimen.name(), seed, verdicts));
    }
}
