package gradus.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code gradebook.csv}: a line for each submission, a column for each exercise. */
public final class Gradebook implements Report {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public void cohort(List<Result> results, Path out) throws IOException {
        ResultFile.replace(out.resolve("gradebook.csv"), text(results));
    }

    static String text(List<Result> results) throws IOException {
        Set<String> exercises = new LinkedHashSet<>();
        results.forEach(result -> result.exercises().forEach(exercise -> exercises.add(exercise.id())));
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(header(exercises));
            for (Result result : results) {
                printer.printRecord(line(result, exercises));
            }
        }
        return csv.toString();
    }

    private static List<String> header(Set<String> exercises) {
        List<String> cells = new ArrayList<>(List.of("submission", "earned", "possible", "pending"));
        cells.addAll(exercises);
        cells.addAll(List.of("error", "seed", "sha256"));
        return cells;
    }

    private static List<String> line(Result result, Set<String> exercises) {
        List<String> cells = new ArrayList<>();
        cells.add(inert(result.submission()));
        cells.addAll(List.of(Marks.text(result.earned()), Marks.text(result.possible()), Marks.text(result.pending())));
        exercises.forEach(id -> cells.add(marks(result, id)));
        cells.add(inert(String.valueOf(result.error() == null ? "" : result.error())));
        cells.addAll(List.of(result.seed(), result.sha256()));
        return cells;
    }

    private static String marks(Result result, String id) {
        return result.exercises().stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .map(exercise -> Marks.text(exercise.earned()))
                .orElse("");
    }

    /** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
    private static String inert(String cell) {
        return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
