package gradus.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradus.checks.Exercise;
import gradus.checks.Row;
import gradus.checks.catalogue.Exercises;
import gradus.report.Marks;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus exercises list|show}: what there is to solve, and what it is worth. */
@Command(
        name = "exercises",
        description = "List the exercises, or show one.",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false)
final class ExercisesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected list or show.");
    }

    @Command(name = "list", description = "List all exercises.", mixinStandardHelpOptions = true)
    void list(
            @Option(names = "--json", description = "Print JSON.") boolean json,
            @Option(names = "--markdown", description = "Print the table of exercises/README.md.") boolean markdown)
            throws JsonProcessingException {
        List<Exercise> all = Exercises.all();
        if (markdown) {
            out().print(new ExercisesTable(all).markdown());
            return;
        }
        if (json) {
            out().println(json(all.stream().map(ExercisesCommand::describe).toList()));
            return;
        }
        int width = all.stream().mapToInt(e -> e.id().length()).max().orElse(0);
        String format = "%-" + width + "s  %3s  %s%n";
        all.forEach(e -> out().printf(format, e.id(), Marks.text(e.points()), e.title()));
        out().printf(
                        format,
                        "",
                        Marks.text(all.stream().mapToDouble(Exercise::points).sum()),
                        "points in all");
    }

    @Command(name = "show", description = "Show one exercise.", mixinStandardHelpOptions = true)
    void show(
            @Parameters(paramLabel = "EXERCISE", description = "Its id, such as dense/affine.") String id,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws JsonProcessingException {
        Exercise exercise = Exercises.named(id).orElseThrow(() -> unknown(id));
        if (json) {
            out().println(json(describe(exercise)));
            return;
        }
        out().printf("%s: %s%n", exercise.id(), exercise.title());
        out().printf("  source    %s%n", exercise.source());
        out().printf("  class     gradus.exercises.%s%n", exercise.type());
        exercise.rows().forEach(row -> out().printf("  %-12s  %s%n", row.id(), points(row)));
    }

    private static String points(Row row) {
        return Marks.text(row.points()) + (row.points() == 1 ? " point" : " points");
    }

    private ParameterException unknown(String id) {
        return new ParameterException(spec.commandLine(), Suggestions.noExercise(id));
    }

    private static Map<String, Object> describe(Exercise exercise) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("id", exercise.id());
        description.put("title", exercise.title());
        description.put("source", exercise.source());
        description.put("type", "gradus.exercises." + exercise.type());
        description.put("points", exercise.points());
        description.put(
                "rows",
                exercise.rows().stream()
                        .map(row -> Map.of("id", row.id(), "points", row.points()))
                        .toList());
        return description;
    }

    private static String json(Object value) throws JsonProcessingException {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
