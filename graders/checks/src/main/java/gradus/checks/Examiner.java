package gradus.checks;

import gradus.checks.diagnosis.Diagnoser;
import gradus.checks.gradient.GradientCheck;
import gradus.checks.protocol.ForwardTwice;
import gradus.checks.protocol.LatestForward;
import gradus.checks.protocol.SeparateObjects;
import gradus.checks.values.BackwardValues;
import gradus.checks.values.ForwardValues;
import gradus.subject.Failure;
import gradus.subject.Subject;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Examines a subject and gives each row of its exercise a verdict.
 *
 * <p>The forward pass is looked at first and on its own, so that a backward pass that ends the program cannot cost it. Within each pass the
 * exact comparison comes first; every further check gates one or more rows. A row passes when nothing was found against it.
 */
public final class Examiner {
    private static final String UNDECIDED =
            "right by comparison with known values; the gradient check could not decide";

    private final Oracle oracle;
    private final Diagnoser diagnoser;

    public Examiner(Oracle oracle, Diagnoser diagnoser) {
        this.oracle = oracle;
        this.diagnoser = diagnoser;
    }

    /** One verdict for each row of the exercise, in its order. Does not close the subject. */
    public List<Verdict> examine(Exercise exercise, Subject subject, Seed seed) {
        var examination = new Examination(exercise, subject, oracle.valued(exercise, seed), seed);
        if (pass(examination, forwardChecks(exercise), exercise.rows())) {
            pass(examination, backwardChecks(exercise), exercise.backward());
        }
        return exercise.rows().stream().map(row -> verdict(examination, row)).toList();
    }

    private static List<Check> forwardChecks(Exercise exercise) {
        List<Check> checks = new ArrayList<>(List.of(new ForwardValues(), new ForwardTwice()));
        exercise.laws().stream().filter(law -> law.row().isForward()).forEach(checks::add);
        return checks;
    }

    private static List<Check> backwardChecks(Exercise exercise) {
        List<Check> checks = new ArrayList<>(List.of(new BackwardValues(), new LatestForward(), new SeparateObjects()));
        exercise.laws().stream().filter(law -> !law.row().isForward()).forEach(checks::add);
        checks.add(new GradientCheck());
        return checks;
    }

    /** Runs the checks of one pass; false if the subject is gone, which costs every row of the pass that is still open. */
    private static boolean pass(Examination examination, List<Check> checks, List<Row> rows) {
        for (Check check : checks) {
            try {
                check.run(examination);
            } catch (Failure failure) {
                boolean ordinary = Experiment.isOrdinary(failure);
                List<Row> blamed = ordinary ? check.rows(examination.exercise()) : rows;
                blamed.forEach(row -> examination.find(row, Finding.of(failure, check.when())));
                if (!ordinary) return false;
            }
        }
        return true;
    }

    private Verdict verdict(Examination examination, Row row) {
        Finding finding = examination.finding(row);
        if (finding == null) return Verdict.passed(row, examination.isUndecided(row) ? UNDECIDED : "right");
        return new Verdict(
                row,
                finding.status(),
                0,
                finding.message(),
                finding.worst(),
                diagnoser
                        .diagnose(examination.exercise(), row, examination.observations())
                        .orElse(null),
                finding.experiment() == null ? null : finding.experiment().text());
    }
}
