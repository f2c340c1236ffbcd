package gradus.problems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credits of a paper: those of its header and of each of its problems, and why printed points add up otherwise.
 *
 * @param paper such as {@code 2022ss}
 */
public record Audit(String paper, double credits, Map<String, Double> problems, Map<String, String> why) {
    private static final double NOISE = 1e-9;

    /** The credits of one problem in the header and in the bank, and what is to be said about it. */
    public record Line(String id, double header, double bank, boolean missing, String why) {
        /** Whether the problem is in the bank with other credits, and nothing says why. */
        public boolean isUnexplained() {
            return !missing && why.isEmpty() && !(Math.abs(header - bank) <= NOISE);
        }
    }

    @JsonCreator
    public Audit(
            @JsonProperty(value = "paper", required = true) String paper,
            @JsonProperty(value = "credits", required = true) double credits,
            @JsonProperty(value = "problems", required = true) Map<String, Double> problems,
            @JsonProperty("why") @Nullable Map<String, String> why) {
        this.paper = paper;
        this.credits = credits;
        this.problems = new LinkedHashMap<>(problems);
        this.why = why == null ? Map.of() : Map.copyOf(why);
        double sum = problems.values().stream().mapToDouble(x -> x).sum();
        if (!(Math.abs(sum - credits) <= NOISE)) {
            throw new IllegalArgumentException("expected credits of " + paper + " that add up to " + credits);
        }
    }

    /** Compares the header with the problems of the bank; parts of a problem in files of their own are added up. */
    public List<Line> lines(List<Problem> bank) {
        List<Line> lines = new ArrayList<>();
        problems.forEach((number, header) -> {
            String id = paper + "-" + number;
            List<Problem> found = bank.stream()
                    .filter(problem -> problem.id().equals(id) || problem.id().startsWith(id + "."))
                    .toList();
            double sum = found.stream().mapToDouble(Problem::credits).sum();
            lines.add(new Line(id, header, sum, found.isEmpty(), why.getOrDefault(number, "")));
        });
        return lines;
    }
}
