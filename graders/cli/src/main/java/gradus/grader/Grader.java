package gradus.grader;

import gradus.checks.Examiner;
import gradus.checks.Exercise;
import gradus.checks.Status;
import gradus.checks.Verdict;
import gradus.grader.Placement.Obstacle;
import gradus.report.CheckResult;
import gradus.report.ExerciseResult;
import gradus.report.Result;
import gradus.sandbox.Sandbox;
import gradus.sandbox.Workshop;
import gradus.subject.Failure;
import gradus.subject.Subject;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Grades submissions. The student's code runs in the sandbox; expected values, verdicts and marks stay in this process.
 *
 * <p>The same submission, seed and version give the same marks, however many are graded at a time.
 */
public final class Grader {

    private static final int TRIES = 2;
    /** How an exercise ends that has come back and answered, right or wrong. */
    private static final Set<Status> ORDINARY = EnumSet.of(
            Status.PASSED,
            Status.FAILED,
            Status.NOT_ATTEMPTED,
            Status.WRONG_SHAPE,
            Status.NOT_FINITE,
            Status.MUTATED_INPUT);

    private final Sandbox sandbox;
    private final List<Exercise> exercises;
    private final Examiner examiner;
    private final Seed seed;
    private final String version;

    /**
     * @param seed of the experiments, the same for every submission
     * @param version of Gradus, for the results
     */
    public Grader(Sandbox sandbox, List<Exercise> exercises, Examiner examiner, Seed seed, String version) {
        this.sandbox = sandbox;
        this.exercises = List.copyOf(exercises);
        this.examiner = examiner;
        this.seed = seed;
        this.version = version;
    }

    /** Grades every exercise; a fault on our side is tried again, and then leaves rows pending. */
    public Result grade(Submission submission) {
        long start = System.nanoTime();
        List<ExerciseResult> results = exerciseResults(submission);
        return result(submission, results, (System.nanoTime() - start) / 1e9);
    }

    private List<ExerciseResult> exerciseResults(Submission submission) {
        if (submission.error() != null) {
            return ungraded(new Obstacle(Status.NOT_ATTEMPTED, submission.error()));
        }
        try {
            return examine(submission);
        } catch (RuntimeException fault) {
            return ungraded(faultOfOurs(fault));
        }
    }

    private static Obstacle faultOfOurs(RuntimeException fault) {
        return new Obstacle(Status.INFRA, "Gradus failed here: " + fault);
    }

    /** Whether grading the submission again would give this result. */
    boolean stillHolds(Result earlier, Submission submission) {
        return !earlier.hasPending()
                && earlier.error() == null
                && earlier.sha256().equals(submission.sha256())
                && earlier.seed().equals(String.valueOf(seed.value()))
                && earlier.gradus().equals(version);
    }

    private List<ExerciseResult> ungraded(Obstacle obstacle) {
        return exercises.stream()
                .map(exercise -> result(exercise, obstacle.verdicts(exercise), ""))
                .toList();
    }

    private List<ExerciseResult> examine(Submission submission) {
        List<Attempt> attempts = new ArrayList<>();
        try (Workshop workshop = sandbox.workshop(submission.sources())) {
            exercises.forEach(exercise -> attempts.add(examine(workshop, exercise)));
        }
        for (int i = 0; i < attempts.size(); i++) {
            for (int tries = 1; tries < TRIES && attempts.get(i).isPending(); tries++) {
                attempts.set(i, examineAfresh(submission, exercises.get(i)));
            }
        }
        return attempts.stream().map(this::settled).toList();
    }

    private Attempt examineAfresh(Submission submission, Exercise exercise) {
        try (Workshop workshop = sandbox.workshop(submission.sources())) {
            return examine(workshop, exercise);
        }
    }

    private Attempt examine(Workshop workshop, Exercise exercise) {
        try {
            Optional<Obstacle> obstacle = new Placement(workshop, exercise).prepare();
            List<Verdict> verdicts = obstacle.isPresent() ? obstacle.get().verdicts(exercise) : run(workshop, exercise);
            return new Attempt(result(exercise, verdicts, workshop.output(exercise.type())), false);
        } catch (Failure failure) {
            Obstacle obstacle = new Obstacle(Status.of(failure.code()), String.valueOf(failure.getMessage()));
            return new Attempt(result(exercise, obstacle.verdicts(exercise), workshop.output(exercise.type())), false);
        } catch (RuntimeException fault) {
            return new Attempt(result(exercise, faultOfOurs(fault).verdicts(exercise), ""), true);
        }
    }

    /** An exercise that falls short may owe it to what another one left behind, so it is the first in a process or it gets a second try. */
    private List<Verdict> run(Workshop workshop, Exercise exercise) {
        boolean first = workshop.isFresh();
        List<Verdict> verdicts = verdicts(workshop, exercise);
        if (verdicts.stream().map(Verdict::status).allMatch(ORDINARY::contains)) {
            return verdicts;
        }
        workshop.retire();
        return first ? verdicts : run(workshop, exercise);
    }

    private List<Verdict> verdicts(Workshop workshop, Exercise exercise) {
        try (Subject subject = workshop.subject(exercise.type())) {
            return examiner.examine(exercise, subject, seed);
        }
    }

    /** A worker that keeps failing, while right code runs well on this machine, is the submission's doing. */
    private ExerciseResult settled(Attempt attempt) {
        if (!attempt.isPending() || attempt.isFaultOfOurs() || !Machine.works(sandbox)) {
            return attempt.result();
        }
        ExerciseResult result = attempt.result();
        List<CheckResult> checks = result.checks().stream()
                .map(check -> check.isPending() ? check.withStatus(Status.EXITED) : check)
                .toList();
        return ExerciseResult.of(result.id(), result.title(), checks, result.output());
    }

    /**
     * One try at an exercise.
     *
     * @param isFaultOfOurs whether code on this side of the pipe failed
     */
    private record Attempt(ExerciseResult result, boolean isFaultOfOurs) {

        boolean isPending() {
            return result.checks().stream().anyMatch(CheckResult::isPending);
        }
    }

    private static ExerciseResult result(Exercise exercise, List<Verdict> verdicts, String output) {
        List<CheckResult> checks = verdicts.stream().map(CheckResult::of).toList();
        return ExerciseResult.of(exercise.id(), exercise.title(), checks, output);
    }

    private Result result(Submission submission, List<ExerciseResult> results, double seconds) {
        return new Result(
                Result.SCHEMA,
                submission.name(),
                submission.sha256(),
                String.valueOf(seed.value()),
                version,
                Runtime.version().toString(),
                sandbox.kind(),
                results.stream().mapToDouble(ExerciseResult::earned).sum(),
                results.stream().mapToDouble(ExerciseResult::possible).sum(),
                Math.round(seconds * 1000) / 1000.0,
                results,
                results.stream()
                        .flatMap(exercise -> exercise.checks().stream())
                        .filter(CheckResult::isPending)
                        .mapToDouble(CheckResult::possible)
                        .sum(),
                submission.notes(),
                submission.error());
    }
}
