package gradus.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Marks sheets that are written as one would type them: {@code h1=2 h2=0}. */
final class Typed {
    /** A right sheet of 2022ss-6. */
    static final String RIGHT = "h1=2 h2=0 h3=-2 h4=2 h5=0 h6=-1 yhat1=2 yhat2=0 mse=1 dw11=1.5 w11new=-0.65";

    private static final Map<String, Problem> PROBLEMS =
            ProblemBank.all().stream().collect(Collectors.toMap(Problem::id, problem -> problem));

    private Typed() {}

    static Problem problem(String id) {
        return Objects.requireNonNull(PROBLEMS.get(id), id);
    }

    static MarkSheet mark(String problem, String answers) {
        Map<String, String> sheet = new LinkedHashMap<>();
        for (String answer : answers.split(" (?=\\w+=)", -1)) {
            int equals = answer.indexOf('=');
            sheet.put(answer.substring(0, equals), answer.substring(equals + 1));
        }
        return Marking.mark(problem(problem), sheet);
    }

    static Mark one(MarkSheet sheet, String id) {
        return sheet.marks().stream()
                .filter(mark -> mark.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
