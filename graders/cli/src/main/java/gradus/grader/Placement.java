package gradus.grader;

import gradus.checks.Exercise;
import gradus.checks.Row;
import gradus.checks.Status;
import gradus.checks.Verdict;
import gradus.sandbox.Compilation;
import gradus.sandbox.Declaration;
import gradus.sandbox.Problem;
import gradus.sandbox.Workshop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds an exercise's class in a submission and compiles it, or says in a sentence why that cannot be. */
final class Placement {

    private static final String EXERCISES = "gradus.exercises.";
    private static final int MOST_PROBLEMS = 3;

    /** Why none of an exercise's rows can run. */
    record Obstacle(Status status, String message) {

        List<Verdict> verdicts(Exercise exercise) {
            return exercise.rows().stream().map(this::verdict).toList();
        }

        private Verdict verdict(Row row) {
            return Verdict.unearned(row, status, message);
        }
    }

    private final Workshop workshop;
    private final Exercise exercise;

    Placement(Workshop workshop, Exercise exercise) {
        this.workshop = workshop;
        this.exercise = exercise;
    }

    /** Compiles the exercise; empty if it is ready to run. */
    Optional<Obstacle> prepare() {
        List<String> paths = workshop.declaring(exercise.type());
        if (paths.isEmpty()) {
            return Optional.of(missing());
        }
        if (paths.size() > 1) {
            return obstacle(
                    Status.COMPILE_ERROR,
                    "%s is declared more than once, in %s. Hand in one file for each class."
                            .formatted(exercise.name(), String.join(" and ", paths)));
        }
        Compilation compilation = workshop.compile(exercise.type());
        return compilation.ok() ? Optional.empty() : Optional.of(broken(compilation.problems()));
    }

    private Obstacle missing() {
        return workshop.index().stream()
                .filter(this::isMeant)
                .findFirst()
                .map(this::misplaced)
                .orElseGet(() -> new Obstacle(
                        Status.NOT_ATTEMPTED, "no class %s%s was handed in.".formatted(EXERCISES, exercise.type())));
    }

    private boolean isMeant(Declaration declaration) {
        return declaration.types().contains(exercise.name())
                || declaration.path().endsWith("/" + exercise.name() + ".java")
                || declaration.path().equals(exercise.name() + ".java");
    }

    private Obstacle misplaced(Declaration found) {
        if (!found.problems().isEmpty()) {
            return broken(found.problems());
        }
        if (!found.types().contains(exercise.name())) {
            return new Obstacle(
                    Status.COMPILE_ERROR,
                    "%s: expected a class %s but found %s."
                            .formatted(
                                    found.path(),
                                    exercise.name(),
                                    found.types().isEmpty() ? "none" : String.join(", ", found.types())));
        }
        Status status = found.accepted() ? Status.COMPILE_ERROR : Status.FORBIDDEN;
        String actual = found.packageName().isEmpty() ? "none" : found.packageName();
        return new Obstacle(
                status, "%s: expected package %s but got %s.".formatted(found.path(), expectedPackage(), actual));
    }

    private String expectedPackage() {
        return EXERCISES + exercise.type().substring(0, exercise.type().lastIndexOf('.'));
    }

    /** A class that leans on something outside the exercise packages is forbidden to, rather than merely broken. */
    private Obstacle broken(List<Problem> problems) {
        String sentences =
                problems.stream().limit(MOST_PROBLEMS).map(Problem::toString).collect(Collectors.joining("\n"));
        String more =
                problems.size() > MOST_PROBLEMS ? "\nand %d more.".formatted(problems.size() - MOST_PROBLEMS) : "";
        return workshop.index().stream()
                .filter(declaration -> !declaration.accepted())
                .filter(declaration -> leansOn(problems, declaration.packageName()))
                .findFirst()
                .map(refused -> new Obstacle(
                        Status.FORBIDDEN,
                        "%s lies outside gradus.exercises and is not compiled, so: %s"
                                .formatted(refused.path(), sentences)))
                .orElseGet(() -> new Obstacle(Status.COMPILE_ERROR, sentences + more));
    }

    private static boolean leansOn(List<Problem> problems, String packageName) {
        return problems.stream()
                .anyMatch(problem -> problem.message().contains("package " + packageName + " does not exist"));
    }

    private static Optional<Obstacle> obstacle(Status status, String message) {
        return Optional.of(new Obstacle(status, message));
    }
}
