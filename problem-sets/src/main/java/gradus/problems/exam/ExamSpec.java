package gradus.problems.exam;

import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.Yaml;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An exam as its author describes it.
 *
 * @param shuffle what each paper has in an order of its own
 * @param problems in the order of the paper
 * @param students who get a paper each; with none there is one paper without a name
 */
public record ExamSpec(
        String title,
        String course,
        String date,
        Set<Shuffling> shuffle,
        List<Choice> problems,
        List<Student> students) {
    /** What a seed may put into another order. */
    public enum Shuffling {
        @JsonProperty("problems")
        PROBLEMS,
        @JsonProperty("options")
        OPTIONS
    }

    /**
     * A problem of the exam.
     *
     * @param points that it has on the paper; null for its own credits
     * @param order its place among the others; null for where it stands in the file
     * @param variant the seed of its numbers, or {@code each} for numbers of their own on each paper; null for the bank's
     */
    public record Choice(
            @JsonProperty(required = true) String id,
            @Nullable Double points,
            @Nullable Integer order,
            @Nullable String variant) {}

    /** Who gets a paper. */
    public record Student(
            @JsonProperty(required = true) String id,
            @Nullable String name) {}

    private record File(
            @JsonProperty(required = true) String title,
            @Nullable String course,
            @Nullable String date,
            @Nullable List<Shuffling> shuffle,
            @JsonProperty(required = true) List<Choice> problems,
            @Nullable List<Student> students) {}

    public ExamSpec {
        shuffle = Set.copyOf(shuffle);
        problems = List.copyOf(problems);
        students = List.copyOf(students);
        require(!problems.isEmpty(), "at least one problem", "none");
        Set<String> ids = new HashSet<>();
        problems.forEach(problem -> {
            require(ids.add(problem.id()), "each problem once", problem.id() + " twice");
            double points = problem.points() == null ? 1 : problem.points();
            require(points > 0 && points <= 1000, "points above 0, at most 1000", points);
            String variant = problem.variant() == null ? "each" : problem.variant();
            require(variant.equals("each") || variant.matches("-?\\d{1,18}"), "each or a seed as variant", variant);
        });
        Set<String> names = new HashSet<>();
        students.forEach(student -> require(names.add(student.id()), "each student once", student.id() + " twice"));
    }

    /**
     * Reads the YAML of an exam.
     *
     * @throws gradus.problems.ProblemException with line and column, if it cannot be read
     * @throws IllegalArgumentException if it describes no exam
     */
    public static ExamSpec read(String file, String text) {
        File read = Yaml.object(file, text, File.class);
        return new ExamSpec(
                read.title(),
                read.course() == null ? "" : read.course(),
                read.date() == null ? "" : read.date(),
                read.shuffle() == null ? Set.of() : Set.copyOf(new HashSet<>(read.shuffle())),
                ordered(read.problems()),
                read.students() == null ? List.of() : read.students());
    }

    private static List<Choice> ordered(List<Choice> problems) {
        return IntStream.range(0, problems.size())
                .boxed()
                .sorted(Comparator.comparing(i -> place(problems.get(i), i)))
                .map(problems::get)
                .toList();
    }

    private static int place(Choice problem, int listed) {
        return problem.order() == null ? listed + 1 : problem.order();
    }

    private static void require(boolean holds, String expected, Object got) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + expected + " but got " + got + ".");
        }
    }
}
