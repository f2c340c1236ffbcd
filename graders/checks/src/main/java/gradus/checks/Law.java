package gradus.checks;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Something that a right layer or loss obeys whatever its numbers, so that no expected value is needed. Where forward is already known to
 * be wrong, nothing is asked.
 *
 * @param id short name
 * @param row the only row that it can cost
 * @param sentence what must hold, for the student
 * @param statement the two tensors that must be equal
 */
public record Law(String id, Row row, String sentence, Statement statement) implements Check {
    /** A comparison allows 1e-12 of a magnitude; laws add up more terms than one, so they get 1e-10. */
    private static final double TERMS = 100;

    /** States a law on one smooth case. */
    @FunctionalInterface
    public interface Statement {
        Sides on(Trial trial, Case experiment, Seed seed);
    }

    /**
     * The two sides of a law.
     *
     * @param magnitude of the terms that were added up on either side
     */
    public record Sides(Tensor expected, Tensor actual, double magnitude) {}

    @Override
    public List<Row> rows(Exercise exercise) {
        return List.of(row);
    }

    @Override
    public void run(Examination examination) {
        if (!examination.isOpen(row)
                || !examination.isOpen(examination.exercise().forward())) return;
        for (Case experiment : examination.points()) {
            Sides sides = statement.on(
                    new Trial(examination), experiment, examination.seed().named(id));
            Comparison comparison = Comparison.of(row.symbol(), sides.expected, sides.actual, TERMS * sides.magnitude);
            if (!comparison.passed()) examination.find(row, Finding.of(sentence, comparison, experiment));
        }
    }

    @Override
    public String when() {
        return "while checking: " + sentence;
    }
}
