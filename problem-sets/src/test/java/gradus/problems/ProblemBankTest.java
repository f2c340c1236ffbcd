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
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertThat(ProblemBank.files())
                    .containsExactlyInAnyOrderElementsOf(found)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void the_readme_lists_it(Problem problem) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .containsPattern("\\| `" + problem.id() + "` \\| " + problem.title() + " \\| .* \\| "
                        + Figures.of(problem.credits()) + " \\|\n");
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
                        Question::id, question -> Figures.of(problem.model().value(question.id()))));

        MarkSheet sheet = Marking.mark(problem, keys);

        assertThat(sheet.earned()).isEqualTo(problem.credits());
        assertThat(sheet.marks()).extracting(Mark::status).containsOnly(MarkStatus.CORRECT);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void the_published_values_get_full_marks(Problem problem) {
        Map<String, String> published = problem.questions().stream()
                .collect(Collectors.toMap(Question::id, question -> String.valueOf(question.published())));

        assertThat(Marking.mark(problem, published).earned()).isEqualTo(problem.credits());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void every_listed_slip_changes_an_answer(Problem problem) {
        assertThat(problem.listed())
                .allMatch(slip -> problem.ids().stream()
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
