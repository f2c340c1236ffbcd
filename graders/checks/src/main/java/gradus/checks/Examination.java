package gradus.checks;

import gradus.subject.Subject;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known about one subject while it is examined: the first finding against each row, and what was observed. */
public final class Examination {

    /**
     * What a subject did on a case whose results are known.
     *
     * @param expected by row id
     */
    public record Observation(Case experiment, Map<String, Tensor> expected, Outcome outcome) {}

    private final Exercise exercise;
    private final Subject subject;
    private final List<Oracle.Valued> valued;
    private final Seed seed;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Set<String> undecided = new TreeSet<>();
    private final Map<Case, Observation> observations = new LinkedHashMap<>();

    public Examination(Exercise exercise, Subject subject, List<Oracle.Valued> valued, Seed seed) {
        this.exercise = exercise;
        this.subject = subject;
        this.valued = valued;
        this.seed = seed;
    }

    public Exercise exercise() {
        return exercise;
    }

    public List<Oracle.Valued> valued() {
        return valued;
    }

    public Seed seed() {
        return seed;
    }

    /** Smooth points: one of many rows and one of a single row, with the same parameters. */
    public List<Exercise.Pair> pairs() {
        return exercise.cases().smooth(seed.named("smooth"));
    }

    /** All smooth points. */
    public List<Case> points() {
        return pairs().stream()
                .flatMap(pair -> Stream.of(pair.batch(), pair.single()))
                .toList();
    }

    /** Starts a fresh instance on this case. */
    public Session session(Case experiment) {
        return new Session(exercise, subject, experiment);
    }

    public Outcome forward(Case experiment) {
        return Experiment.forward(exercise, subject, experiment);
    }

    public Outcome run(Case experiment) {
        return Experiment.run(exercise, subject, experiment);
    }

    /** True while nothing has been found against the row. */
    public boolean isOpen(Row row) {
        return !findings.containsKey(row.id());
    }

    /** Records a finding; only the first against a row counts. */
    public void find(Row row, Finding finding) {
        findings.putIfAbsent(row.id(), finding);
    }

    /** Notes that the gradient check could not decide about a row, so that the exact comparison does. */
    public void leaveUndecided(Row row) {
        undecided.add(row.id());
    }

    /** True if the gradient check could not decide about the row. */
    public boolean isUndecided(Row row) {
        return undecided.contains(row.id());
    }

    /** Adds a sentence to what was found against the row. */
    public void remark(Row row, String sentence) {
        findings.computeIfPresent(
                row.id(), (id, f) -> new Finding(f.status(), f.message() + " " + sentence, f.worst(), f.experiment()));
    }

    /**
     * Finds against every row whose result is not what it was before.
     *
     * @param when after the row's name, such as {@code " after two forwards"}
     * @param cause a sentence that says what must have happened
     */
    public void expectSame(String when, String cause, Case experiment, Gradients expected, Gradients actual) {
        for (Row row : exercise.rows()) {
            Tensor before = expected.values().get(row.id());
            if (before == null) continue;
            Comparison comparison = Comparison.of(row.symbol(), when, before, actual.of(row), 1);
            if (!comparison.passed()) find(row, Finding.of(cause, comparison, experiment));
        }
    }

    /** Finds against every gradient if anything was written to that was only lent. */
    public void expectUntouched(Set<String> changed, Case experiment) {
        if (changed.isEmpty()) return;
        exercise.backward()
                .forEach(row -> find(row, Finding.of(Status.MUTATED_INPUT, Finding.lent(changed), experiment)));
    }

    public @Nullable Finding finding(Row row) {
        return findings.get(row.id());
    }

    /** Keeps what the subject did on a case; what is seen later of the same case replaces it. */
    public void observe(Oracle.Valued valued, Outcome outcome) {
        observations.put(valued.experiment(), new Observation(valued.experiment(), valued.expected(), outcome));
    }

    List<Observation> observations() {
        return List.copyOf(observations.values());
    }
}
