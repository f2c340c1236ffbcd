package gradus.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A mistake that was named in an exercise, and in how many submissions. */
    record Mistake(String exercise, String misconception, String message, long submissions) {}

    /** One submission's mistake: equal ones are counted together. */
    private record Key(String exercise, String misconception) {}

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
        Map<Key, String> messages = new LinkedHashMap<>();
        Map<Key, Long> counts = new LinkedHashMap<>();
        for (Result result : results) {
            Map<Key, String> own = mistakes(result);
            messages.putAll(own);
            own.keySet().forEach(key -> counts.merge(key, 1L, Long::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Key, Long>comparingByValue().reversed())
                .limit(MOST_MISTAKES)
                .map(entry -> mistake(entry.getKey(), messages.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }

    private static Mistake mistake(Key key, String message, long submissions) {
        return new Mistake(key.exercise(), key.misconception(), Plain.text(message), submissions);
    }

    private static Map<Key, String> mistakes(Result result) {
        Map<Key, String> mistakes = new LinkedHashMap<>();
        for (ExerciseResult exercise : result.exercises()) {
            exercise.checks().stream()
                    .map(CheckResult::diagnosis)
                    .filter(Objects::nonNull)
                    .forEach(d -> mistakes.put(new Key(exercise.title(), d.misconception()), d.message()));
        }
        return mistakes;
    }

    String seed() {
        return results.stream().map(Result::seed).distinct().collect(Collectors.joining(", "));
    }

    String version() {
        return results.stream().map(Result::gradus).distinct().collect(Collectors.joining(", "));
    }
}
