package gradus.problems.exam;

import gradus.problems.Figures;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.kind.Choice;
import gradus.problems.kind.Pick;
import gradus.problems.kind.Rubric;
import gradus.problems.kind.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the templates of a paper show; everything is in the notation already. */
record Page(Paper paper, Notation notation, boolean solution) {
    record Option(String letter, String text) {}

    /** A question; {@code lines} is how much room its answer needs. */
    record Asked(
            String id,
            String text,
            String points,
            boolean ticked,
            List<Option> options,
            String form,
            List<Integer> lines,
            List<String> scheme) {}

    record Section(String id, String text, String points, String figure, List<Asked> questions, String deduction) {}

    record Problems(
            int number,
            String title,
            String reference,
            String source,
            String points,
            List<String> paragraphs,
            String figure,
            List<String> given,
            List<String> conventions,
            List<Section> sections,
            List<String> notes) {}

    String title() {
        return notation.text(paper.exam().title());
    }

    String heading() {
        return notation.text(String.join(
                ", ",
                List.of(paper.exam().course(), paper.exam().date()).stream()
                        .filter(text -> !text.isEmpty())
                        .toList()));
    }

    String id() {
        return notation.text(paper.id());
    }

    String student() {
        ExamSpec.Student student = paper.student();
        if (student == null) {
            return "";
        }
        return notation.text(student.name() == null ? student.id() : student.name() + " (" + student.id() + ")");
    }

    String points() {
        return points(paper.points());
    }

    /** Whether anything is drawn. */
    boolean drawn() {
        return paper.items().stream().anyMatch(item -> !item.problem().figures().isEmpty());
    }

    List<Problems> problems() {
        return paper.items().stream().map(this::problem).toList();
    }

    private Problems problem(Item item) {
        Problem problem = item.problem();
        Scheme scheme = new Scheme(item, notation);
        return new Problems(
                item.number(),
                notation.text(problem.title()),
                notation.text(item.reference().text()),
                notation.text(problem.source()),
                points(item.points()),
                Arrays.stream(problem.statement().split("\n\n", -1))
                        .map(text -> notation.text(text.strip().replace('\n', ' ')))
                        .toList(),
                notation.figure(problem.figure()),
                given(problem),
                problem.conventions().stream().map(notation::text).toList(),
                problem.parts().stream()
                        .map(part -> section(item, part, scheme))
                        .toList(),
                solution ? scheme.notes() : List.of());
    }

    private List<String> given(Problem problem) {
        Typesetter typesetter = new Typesetter(notation);
        return problem.given().values().stream()
                .flatMap(List::stream)
                .map(name -> typesetter.equation(name, problem.model().value(name)))
                .toList();
    }

    private Section section(Item item, Part part, Scheme scheme) {
        return new Section(
                notation.text(part.id()),
                notation.text(part.ask()),
                points(item.points(part.credits())),
                notation.figure(part.figure()),
                part.questions().stream()
                        .map(question -> asked(item, question, scheme))
                        .toList(),
                solution ? scheme.deduction(part) : "");
    }

    private Asked asked(Item item, Question question, Scheme scheme) {
        boolean options = question.kind()
                .filter(kind -> kind instanceof Choice || kind instanceof Pick)
                .isPresent();
        boolean truth = question.kind().filter(Truth.class::isInstance).isPresent();
        List<Option> shown = truth
                ? List.of(new Option("", "true"), new Option("", "false"))
                : question.kind().stream()
                        .flatMap(kind -> kind.shown().entrySet().stream())
                        .map(option -> new Option(notation.text(option.getKey()), notation.text(option.getValue())))
                        .toList();
        return new Asked(
                notation.text(question.id()),
                notation.text(question.ask()),
                question.credits() > 0 ? points(item.points(question.credits())) : "",
                options || truth,
                shown,
                options || truth || rubric(question)
                        ? ""
                        : question.kind()
                                .map(kind -> notation.text(kind.form()))
                                .orElse(""),
                solution || options || truth ? List.of() : lines(question),
                solution ? scheme.lines(question) : List.of());
    }

    private static boolean rubric(Question question) {
        return question.kind().filter(Rubric.class::isInstance).isPresent();
    }

    /** Two lines for each point that is written about, one for anything else, and a line for each row of a matrix. */
    private List<Integer> lines(Question question) {
        int lines = rubric(question) ? Math.max(2, (int) Math.ceil(2 * question.credits())) : 1;
        return IntStream.rangeClosed(1, lines).boxed().toList();
    }

    private static String points(double points) {
        return Figures.of(points);
    }
}
