package gradus.problems.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.problems.Marking;
import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.ProblemException;
import gradus.problems.ProblemText;
import gradus.problems.Question;
import gradus.problems.Sheets;
import gradus.problems.kind.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamTest {
    private static final String SPEC = """
            title: Endterm
            date: 1 December 2026
            shuffle: [problems, options]
            problems:
              - {id: 2022ss-1, points: 36}
              - {id: 2022ss-6}
              - {id: md-4.2, order: 1}
            students: [{id: s1, name: Ada}, {id: s2}]
            """;

    private static ExamSpec spec() {
        return ExamSpec.read("exam.yaml", SPEC);
    }

    private static List<Paper> papers(long seed) {
        return Exam.papers(spec(), seed, Bank.OWN);
    }

    private static Item item(Paper paper, String id) {
        return paper.items().stream()
                .filter(item -> item.problem().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_student_gets_a_paper_with_an_id_of_its_own() {
        List<Paper> papers = papers(1);

        assertThat(papers)
                .extracting(
                        paper -> paper.student() == null ? "" : paper.student().id())
                .containsExactly("s1", "s2");
        assertThat(papers)
                .extracting(Paper::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[2-9A-Z]{4}-[2-9A-Z]{4}"));
    }

    @Test
    void a_seed_gives_the_same_papers_again_and_another_seed_others() {
        assertThat(Keys.of(spec(), papers(1)).json())
                .isEqualTo(Keys.of(spec(), papers(1)).json());
        assertThat(papers(1))
                .extracting(Paper::id)
                .doesNotContainAnyElementsOf(papers(2).stream().map(Paper::id).toList());
    }

    @Test
    void ids_stay_apart_in_a_large_course() {
        List<ExamSpec.Student> students = IntStream.range(0, 300)
                .mapToObj(i -> new ExamSpec.Student("s" + i, null))
                .toList();
        ExamSpec large = new ExamSpec(
                "Large", "", "", Set.of(), List.of(new ExamSpec.Choice("md-4.2", null, null, null)), students);

        assertThat(Exam.papers(large, 3, Bank.OWN)).extracting(Paper::id).doesNotHaveDuplicates();
    }

    @Test
    void without_students_there_is_one_paper() {
        ExamSpec spec = ExamSpec.read("exam.yaml", "title: T\nproblems: [{id: 2022ss-6}]\n");

        Paper paper = Exam.papers(spec, 1, Bank.OWN).get(0);

        assertThat(paper.student()).isNull();
        assertThat(paper.points()).isEqualTo(6);
    }

    @Test
    void problems_stand_in_the_order_of_the_spec_unless_they_are_shuffled() {
        String plain = SPEC.replace("shuffle: [problems, options]\n", "");
        ExamSpec spec = ExamSpec.read("exam.yaml", plain);

        assertThat(Exam.papers(spec, 1, Bank.OWN).get(0).items())
                .extracting(item -> item.problem().id())
                .containsExactly("2022ss-1", "md-4.2", "2022ss-6");
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> papers(i).get(0).items().get(0).problem().id())
                        .distinct())
                .hasSize(3);
    }

    @Test
    void points_are_those_of_the_spec() {
        Item item = item(papers(1).get(0), "2022ss-1");

        assertThat(item.points()).isEqualTo(36);
        assertThat(item.points(item.problem().credits() / 4)).isEqualTo(9);
    }

    @Test
    void a_shuffled_choice_keeps_its_right_options() {
        Problem own = ProblemBank.find("2022ss-1").orElseThrow();
        Item item = item(papers(1).get(0), "2022ss-1");

        int moved = 0;
        for (Question question : item.problem().questions()) {
            if (question.kind().orElseThrow() instanceof Choice here
                    && own.question(question.id()).orElseThrow().kind().orElseThrow() instanceof Choice there) {
                assertThat(right(here)).containsExactlyInAnyOrderElementsOf(right(there));
                assertThat(here.shown().keySet()).isEqualTo(there.shown().keySet());
                moved += here.shown().equals(there.shown()) ? 0 : 1;
            }
        }
        assertThat(moved).isPositive();
    }

    private static List<String> right(Choice choice) {
        return choice.letters().stream()
                .map(letter -> choice.shown().get(letter))
                .toList();
    }

    @Test
    void the_keys_lead_back_to_the_very_problem_and_what_they_say_is_right() {
        List<Paper> papers = papers(5);
        Keys keys = Keys.read(Keys.of(spec(), papers).json());

        for (Paper paper : papers) {
            for (Item item : paper.items()) {
                Keys.Place place = keys.find(paper.id().toLowerCase(Locale.ROOT) + "/" + item.number())
                        .orElseThrow();
                Problem problem = place.reference().resolve(Bank.OWN);
                Map<String, String> sheet = new LinkedHashMap<>(place.key());
                assertThat(Marking.mark(problem, sheet).earned())
                        .as(problem.id())
                        .isEqualTo(problem.credits());
            }
        }
        assertThat(keys.find("ABCD-EFGH/1")).isEmpty();
    }

    @Test
    void variants_come_from_the_bank() {
        List<Long> seeds = new ArrayList<>();
        Bank bank = new Bank() {
            @Override
            public Optional<Problem> find(String id) {
                return ProblemBank.find(id);
            }

            @Override
            public Problem variant(Problem problem, long seed) {
                seeds.add(seed);
                return problem;
            }
        };
        ExamSpec spec = ExamSpec.read(
                "exam.yaml",
                "title: T\nproblems: [{id: 2022ss-6, variant: 17}, {id: md-4.2, variant: each}]\nstudents: [{id: a}, {id: b}]\n");

        List<Paper> papers = Exam.papers(spec, 1, bank);

        assertThat(papers)
                .allSatisfy(paper ->
                        assertThat(paper.items().get(0).reference().text()).isEqualTo("2022ss-6@17"));
        assertThat(seeds).hasSize(4).contains(17L);
        assertThat(seeds.get(1)).isNotEqualTo(seeds.get(3)).isBetween(0L, 999_999L);
    }

    @Test
    void a_paper_with_a_variant_poses_its_numbers() {
        Problem problem = ProblemBank.find("2022ss-6").orElseThrow();
        Problem varied = problem.variation().orElseThrow().variant(17);

        List<Paper> papers = Exam.papers(
                ExamSpec.read("exam.yaml", "title: T\nproblems: [{id: 2022ss-6, variant: 17}]\n"), 1, Bank.OWN);

        Problem posed = item(papers.get(0), "2022ss-6").problem();
        assertThat(ProblemText.of(posed)).isEqualTo(ProblemText.of(varied)).isNotEqualTo(ProblemText.of(problem));
        assertThat(Sheets.key(posed)).isEqualTo(Sheets.key(varied)).isNotEqualTo(Sheets.key(problem));
    }

    @Test
    void a_variant_of_numbers_that_do_not_vary_is_refused() {
        ExamSpec spec = ExamSpec.read("exam.yaml", "title: T\nproblems: [{id: L4-reg, variant: 17}]\n");

        assertThatThrownBy(() -> Exam.papers(spec, 1, Bank.OWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the numbers of L4-reg do not vary.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: T\\nproblems: [] | expected at least one problem but got none.",
                "title: T\\nproblems: [{id: a}, {id: a}] | expected each problem once but got a twice.",
                "title: T\\nproblems: [{id: a, points: 0}] | expected points above 0, at most 1000 but got 0.0.",
                "title: T\\nproblems: [{id: a, variant: x}] | expected each or a seed as variant but got x.",
                "title: T\\nproblems: [{id: a}]\\nstudents: [{id: b}, {id: b}] | expected each student once but got b twice."
            })
    void a_spec_of_no_exam_is_refused(String yaml, String message) {
        assertThatThrownBy(() -> ExamSpec.read("exam.yaml", yaml.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void an_unknown_field_is_refused_with_its_place() {
        assertThatThrownBy(() -> ExamSpec.read("exam.yaml", "title: T\nproblem: []\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("exam.yaml:");
    }

    @Test
    void an_unknown_problem_is_refused_with_the_nearest() {
        ExamSpec spec = ExamSpec.read("exam.yaml", "title: T\nproblems: [{id: 2022ss-66}]\n");

        assertThatThrownBy(() -> Exam.papers(spec, 1, Bank.OWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no problem '2022ss-66'. Did you mean 2022ss-6?");
    }

    @Test
    void keys_of_another_kind_are_refused() {
        assertThatThrownBy(() -> Keys.read("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Keys.read("nothing")).isInstanceOf(IllegalArgumentException.class);
    }
}
