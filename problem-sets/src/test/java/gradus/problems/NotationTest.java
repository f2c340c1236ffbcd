package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.problems.kind.Formula;
import gradus.problems.kind.Match;
import gradus.problems.kind.Pick;
import gradus.problems.kind.Rubric;
import gradus.problems.kind.Rubric.Point;
import gradus.problems.kind.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways of writing an answer that mean the same. */
class NotationTest {
    private static final Map<String, String> NAMES =
            Map.of("W", "[D, M]", "X", "[N, D]", "dY", "[N, M]", "w", "real", "f'", "real", "g", "real", "L", "real");

    private static final Problem NUMBERS = ProblemReader.read("n.yaml", """
            {id: n, title: t, source: s, statement: s, given: {inputs: {a: 2}, hidden: {b: 7}},
             forward: {half: a/4, k: 112*b, size: "[a, a, b]", third: a/6}, parts: [{id: p, ask: a, answers: {
               half: {ask: h, credits: 1}, third: {ask: t, credits: 1}, k: {ask: k, credits: 1, count: true},
               size: {ask: s, credits: 1, shape: {axes: HWC, orders: [HWC]},
                      wrong: [{answer: 2, when: w, slip: side}, {answer: 2x2x7x1, when: v, slip: four}]}}}]}
            """);

    private static Mark mark(String id, String given) {
        return Marking.mark(NUMBERS, Map.of(id, given)).marks().stream()
                .filter(mark -> mark.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            half  | ½
            half  | 50%
            third | 33.3%
            k     | 16x7x7
            k     | 16 × 7 × 7
            k     | 16*49 = 784
            k     | 16*7*7=16*49=784
            size  | 2,2,7
            size  | 2, 2, 7
            size  | 2x2x7
            """)
    void numbers_counts_and_shapes(String id, String given) {
        assertThat(mark(id, given).status()).isEqualTo(MarkStatus.CORRECT);
    }

    @Test
    void a_count_whose_sides_differ_is_unreadable() {
        assertThat(mark("k", "16*48 = 784").message()).isEqualTo("Column 7: the two sides differ: 768 and 784.");
    }

    @Test
    void a_listed_shape_may_have_other_axes_than_the_key() {
        assertThat(mark("size", "2").misconception()).isEqualTo("side");
        assertThat(mark("size", "2x2x7x1").misconception()).isEqualTo("four");
        assertThat(mark("size", "2x2").misconception()).isNull();
    }

    @Test
    void hidden_numbers_are_not_shown() {
        assertThat(ProblemText.of(NUMBERS)).contains("a = 2").doesNotContain("b = 7");
        assertThat(ProblemJson.show(NUMBERS)).doesNotContain("\"7\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            X^T dY          ; XᵀdY
            X^T dY          ; X^TdY
            X^T dY          ; X.T @ dY
            w - f'          ; w - f'(w)
            w - g           ; w - ∇L(w)
            norm(W)^2/2     ; ½||W||²
            norm(W)^2/2     ; ½‖W‖^2
            norm(W)^2/2     ; ||W||_F^2/2
            abs(w)          ; |w|
            sum(dY)         ; dY.sum()
            sum(dY)         ; np.sum(dY)
            """)
    void formulas(String key, String given) {
        Formula formula = new Formula(key, NAMES, null, Map.of("nablaL", "g"), null);

        assertThat(formula.read(given).verdict(1).right()).isTrue();
    }

    @Test
    void a_singular_matrix_has_no_inverse() {
        Formula formula = new Formula("(X^T X)^-1 X^T Y", Map.of("X", "[7, 3]", "Y", "[7, 2]"), null, null, null);

        assertThat(formula.read("(X X^T)^-1 X^T Y").verdict(1).right()).isFalse();
        assertThat(formula.read("inv(X^T X) X^T Y").verdict(1).right()).isTrue();
    }

    @Test
    void nothing_follows_from_zero_and_nothing_unchanged_counts() {
        Formula shrunk = new Formula("w - 2*g", Map.of("w", "real", "g", "real", "h", "real"), null, null, "w - decay");
        Formula decay = new Formula("2*g", Map.of("g", "real", "w", "real"), null, null, null);

        assertThat(shrunk.followed(shrunk.read("w - 3 g"), Map.of("decay", decay.read("3 g"))))
                .contains("decay");
        assertThat(shrunk.followed(shrunk.read("w"), Map.of("decay", decay.read("0"))))
                .isEmpty();
        assertThat(shrunk.form()).isEqualTo("a formula that may use g, h, w");
        assertThat(new Formula("2*g", Map.of("g", "real", "eight", "real"), null, null, "eight*g").form())
                .isEqualTo("a formula that may use g");
    }

    @Test
    void terms_count_in_any_order_and_signs_are_words() {
        Term losses = new Term(null, 1, List.of(List.of("L1"), List.of("L2")), 0.5);

        assertThat(losses.read("BCE, L2").verdict(1).earned()).isEqualTo(0.5);
        assertThat(losses.read("L2, BCE").verdict(1).earned()).isEqualTo(0.5);
        assertThat(losses.read("L2").verdict(1).right()).isTrue();
        assertThat(new Term(List.of("infinity"), null, null, null)
                        .read("∞")
                        .verdict(1)
                        .right())
                .isTrue();
        assertThat(new Term(List.of("NxM"), null, null, null)
                        .read("N×M")
                        .verdict(1)
                        .right())
                .isTrue();
    }

    @Test
    void an_option_is_picked_by_letter_or_by_part_of_its_text() {
        Pick pick = new Pick(Map.of("training", "the training set only"), "training");

        assertThat(pick.read("a").verdict(1).right()).isTrue();
        assertThat(pick.read("training set").verdict(1).right()).isTrue();
    }

    @Test
    void a_pair_may_name_the_text_on_the_right() {
        Match match = new Match(Map.of("A", "rises"), Map.of("1", "0.4", "2", "0.003"), Map.of("A", "1"), null);

        assertThat(match.read("A:0.4").verdict(1).right()).isTrue();
        assertThat(match.read("A:0.003").verdict(1).right()).isFalse();
    }

    @Test
    void deductions_are_no_part_of_a_rubrics_key() throws Exception {
        Rubric rubric = new ObjectMapper()
                .readValue(
                        "{\"points\": [{\"text\": \"x\", \"credits\": 1}, {\"text\": \"y\", \"credits\": -0.5}]}",
                        Rubric.class);

        assertThat(rubric.key()).isEqualTo("a");
        assertThat(rubric.points()).containsEntry("b", new Point("y", -0.5));
    }
}
