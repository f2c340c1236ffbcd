package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemBankTest {
    private static final Path FOLDER = Path.of("src/main/resources/gradus/problems");

    static List<Problem> problems() {
        return ProblemBank.all();
    }

    @Test
    void the_index_lists_every_file() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !FOLDER.equals(file.getParent()))
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertThat(ProblemBank.files())
                    .containsExactlyInAnyOrderElementsOf(found)
                    .isNotEmpty();
        }
    }

    @Test
    void the_readme_lists_every_source() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(ProblemBank.files()).allMatch(file -> readme.contains("| `" + file.replaceFirst("/.*", "") + "` |"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void published_values_and_tried_sheets_hold(Problem problem) {
        assertThat(Verification.of(problem).holds())
                .as(VerificationText.of(List.of(Verification.of(problem))))
                .isTrue();
    }

    @Test
    void the_bank_as_a_whole_holds() {
        BankReport report = BankReport.of(problems());

        assertThat(report.holds()).as(report.text()).isTrue();
        assertThat(report.text())
                .contains("2022ss-6  6 / 6")
                .contains("agrees")
                .contains("II.7 is printed with 0 credits");
        assertThat(report.errata()).isNotEmpty();
    }

    @Test
    void errata_that_no_longer_differ_and_credits_that_do_are_found() {
        String same =
                "- {id: E1, kind: value, where: w, prints: p, right: r, printed: 2*x, computed: x + x, names: {x: real}}";
        assertThat(Yaml.list("e.yaml", same, LooseErratum[].class)).allMatch(LooseErratum::isStale);
        Audit audit = Yaml.list("a.yaml", "- {paper: 2022ss, credits: 7, problems: {'6': 7}}", Audit[].class)
                .get(0);
        assertThat(audit.lines(problems())).hasSize(1).allMatch(Audit.Line::isUnexplained);
        BankReport report = new BankReport(Yaml.list("e.yaml", same, LooseErratum[].class), audit.lines(problems()));
        assertThat(report.holds()).isFalse();
        assertThat(report.text()).contains("UNEXPLAINED").contains("E1 (w) no longer differs.");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_problem_is_called_like_its_file(Problem problem) {
        assertThat(ProblemBank.find(problem.id())).map(Problem::id).contains(problem.id());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void the_keys_as_answers_get_full_marks(Problem problem) {
        Map<String, String> keys = problem.questions().stream()
                .collect(Collectors.toMap(
                        Question::id,
                        question -> question.isComputed()
                                ? Figures.of(problem.model().value(question.id()))
                                : Answer.of(problem, "", question, "").expected()));

        MarkSheet sheet = Marking.mark(problem, keys);

        assertThat(sheet.earned()).isEqualTo(problem.credits());
        assertThat(sheet.marks())
                .extracting(Mark::status)
                .containsAnyOf(MarkStatus.CORRECT, MarkStatus.SELF_ASSESSED)
                .isSubsetOf(MarkStatus.CORRECT, MarkStatus.SELF_ASSESSED);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void the_published_values_that_agree_get_full_marks(Problem problem) {
        Map<String, String> published = Verification.of(problem).comparisons().stream()
                .filter(Verification.Comparison::agrees)
                .collect(Collectors.toMap(Verification.Comparison::answer, Verification.Comparison::published));

        assertThat(Marking.mark(problem, published).marks())
                .filteredOn(mark -> published.containsKey(mark.id()))
                .allMatch(mark -> mark.earned() == mark.possible());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void every_listed_slip_changes_an_answer(Problem problem) {
        assertThat(problem.listed())
                .allMatch(slip -> problem.questions().stream()
                        .filter(Question::isComputed)
                        .map(Question::id)
                        .anyMatch(id -> Follower.differs(
                                problem.model().with(slip.instead()).value(id),
                                problem.model().value(id))));
    }

    @Test
    void the_credits_are_those_of_the_papers() {
        assertThat(problems())
                .extracting(Problem::id, Problem::credits)
                .contains(tuple("2022ss-6", 6.0), tuple("2020mock-III", 9.0), tuple("2020mock-II.7", 2.0));
        assertThat(ProblemBank.find("2022ss-6").orElseThrow().parts())
                .extracting(Part::credits)
                .containsExactly(2.0, 1.0, 3.0);
    }

    @Test
    void the_nearest_id_is_suggested() {
        assertThat(ProblemBank.nearest("2022s-6")).contains("2022ss-6");
        assertThat(ProblemBank.nearest("md4.2")).contains("md-4.2");
        assertThat(ProblemBank.nearest("zzzzzzzz")).isEmpty();
        assertThat(ProblemBank.find("nothing")).isEmpty();
    }
}
