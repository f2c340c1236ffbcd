package gradus.cli;

import gradus.checks.Exercise;
import gradus.report.Marks;
import java.util.List;
import java.util.stream.Collectors;

/** The exercises as the Markdown table of {@code exercises/README.md}. */
record ExercisesTable(List<Exercise> exercises) {
    private static final String HEAD = """
            | exercise | file | source in the course | points |
            |---|---|---|---:|
            """;

    String markdown() {
        return exercises.stream().map(ExercisesTable::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(Exercise exercise) {
        String file = exercise.type().replace('.', '/') + ".java";
        return "| `%s` | [`%s`](src/main/java/gradus/exercises/%s) | %s | %s |\n"
                .formatted(exercise.id(), file, file, exercise.source(), Marks.text(exercise.points()));
    }
}
