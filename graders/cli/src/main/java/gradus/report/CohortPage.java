package gradus.report;

import gradus.checks.Diagnosis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the page of the whole cohort shows. */
record CohortPage(List<Result> results) {

    private static final int MOST_MISTAKES = 10;

    /** One submission's line. */
    record Line(Result result) {

        String name() {
            return Plain.text(result.submission());
        }

        String link() {
            return URLEncoder.encode(result.submission(), StandardCharsets.UTF_8)
                            .replace("+", "%20") + "/report.html";
        }

        String earned() {
            return Marks.text(result.earned());
        }

        String possible() {
            return Marks.text(result.possible());
        }

        int percent() {
            return Marks.percent(result.earned(), result.possible());
        }

        String remark() {
            String error = Objects.requireNonNullElse(result.error(), "");
            return result.hasPending()
                    ? "grade again: " + Marks.text(result.pending()) + " points are pending"
                    : Plain.text(error);
        }

        boolean hasRemark() {
            return !remark().isEmpty();
        }

        List<StudentPage.ExerciseView> exercises() {
            return result.exercises().stream()
                    .map(StudentPage.ExerciseView::new)
                    .toList();
        }
    }

    /** A mistake that was named, and for how many submissions. */
    record Mistake(String misconception, String message, long submissions) {}

    List<Line> lines() {
        return results.stream().map(Line::new).toList();
    }

    int count() {
        return results.size();
    }

    String size() {
        return results.size() == 1 ? "1 submission" : results.size() + " submissions";
    }

    String mean() {
        return Marks.text(results.stream().mapToDouble(Result::earned).average().orElse(0));
    }

    String possible() {
        return Marks.text(results.stream().mapToDouble(Result::possible).max().orElse(0));
    }

    List<StudentPage.ExerciseView> exercises() {
        return results.isEmpty() ? List.of() : lines().get(0).exercises();
    }

    boolean hasMistakes() {
        return !mistakes().isEmpty();
    }

    /** The mistakes that most submissions share. */
    List<Mistake> mistakes() {
        Map<String, Diagnosis> known = new TreeMap<>();
        results.stream()
                .flatMap(Result::checks)
                .map(CheckResult::diagnosis)
                .filter(Objects::nonNull)
                .forEach(diagnosis -> known.putIfAbsent(diagnosis.misconception(), diagnosis));
        Map<String, Long> counts = results.stream()
                .flatMap(result -> misconceptions(result).stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return known.values().stream()
                .map(d -> new Mistake(
                        d.misconception(), Plain.text(d.message()), counts.getOrDefault(d.misconception(), 0L)))
                .sorted(Comparator.comparingLong(Mistake::submissions).reversed())
                .limit(MOST_MISTAKES)
                .toList();
    }

    private static List<String> misconceptions(Result result) {
        return result.checks()
                .map(CheckResult::diagnosis)
                .filter(Objects::nonNull)
                .map(Diagnosis::misconception)
                .distinct()
                .toList();
    }

    String seed() {
        return results.stream().map(Result::seed).distinct().collect(Collectors.joining(", "));
    }

    String version() {
        return results.stream().map(Result::gradus).distinct().collect(Collectors.joining(", "));
    }
}
