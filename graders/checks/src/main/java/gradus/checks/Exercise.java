package gradus.checks;

import gradus.tensor.Seed;
import java.util.List;

/**
 * One exercise of the catalogue.
 *
 * @param id family and name, such as {@code dense/affine}
 * @param title in words
 * @param source where the course teaches it
 * @param type the class below {@code gradus.exercises} and {@code gradus.reference}, such as {@code dense.Affine}
 * @param rows what is marked, forward first
 * @param cases draws experiments
 * @param laws what holds for this exercise whatever the numbers
 */
public record Exercise(
        String id, String title, String source, String type, List<Row> rows, Cases cases, List<Law> laws) {

    /** Draws experiments for an exercise. */
    public interface Cases {

        /** Experiments whose results are compared with known ones: awkward shapes, all kinds of values. */
        List<Case> compared(Seed seed);

        /** Smooth points, away from every kink, at which derivatives may be taken. */
        List<Pair> smooth(Seed seed);
    }

    /** Two cases of the same parameters and arguments: one with many rows, one with a single row. */
    public record Pair(Case batch, Case single) {}

    /** The simple name of the type: {@code Affine}. */
    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    public double points() {
        return rows.stream().mapToDouble(Row::points).sum();
    }

    public Row forward() {
        return rows.get(0);
    }

    /** The rows of the backward pass. */
    public List<Row> backward() {
        return rows.subList(1, rows.size());
    }

    /** The row with this id. */
    public Row row(String id) {
        return rows.stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: no row %s".formatted(this.id, id)));
    }
}
