package gradus.problems;

import static gradus.problems.Kinds.KINDS;
import static gradus.problems.Kinds.mark;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of answer, on the example file of the README. */
class KindsTest {
    @Test
    void the_example_of_the_readme_is_marked_as_it_says() {
        Verification verification = Verification.of(KINDS);

        assertThat(verification.triedOtherwise()).isEmpty();
        assertThat(verification.comparisons()).isNotEmpty().allMatch(Verification.Comparison::agrees);
        assertThat(verification.holds()).isTrue();
    }

    @Test
    void the_keys_as_answers_get_full_marks() {
        Map<String, String> keys = KINDS.questions().stream()
                .collect(Collectors.toMap(
                        Question::id,
                        question -> Answer.of(KINDS, "", question, "").expected()));

        MarkSheet sheet = Marking.mark(KINDS, keys);

        assertThat(sheet.earned()).as(MarkSheetText.of(sheet)).isEqualTo(KINDS.credits());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2.1    | ca
            2.1    | a, c
            2.1    | {A,C}
            2.1    | a and c
            2.1    | a c d
            2.2    | Training
            2.2    | the training set
            2.3    | d, c, b, a
            2.3    | d -> c -> b -> a
            2.4    | dacb
            2.4    | c d a b
            2.5    | A:1, B:2, C:3
            2.5    | C=3 B = 2; A -> 1
            2.6    | falsch
            2.6    | No.
            3.1    | Over-fitting
            3.1    | overfiting
            3.1    | Ueberanpassung
            3.1    | it is überanpassung
            3.2    | SSIM and MAE
            3.2    | mean-squared-error; L1
            3.2    | L2 (MSE), ssim
            dX     | dout W^T
            dX     | dout @ W.T
            dX     | dY*transpose(W)
            dX     | dX = dY Wᵀ
            dX     | (W dY^T)^T
            step   | (1-αλ)θ - αg
            step   | theta - alpha*(g + lambda*theta)
            step   | -alpha g + theta (1 - lambda alpha)
            slope  | 2θ
            slope  | theta + theta
            slope  | theta²*2/theta
            newton | w-f'/f''
            newton | w − f′/f″
            newton | w - f''^-1 f'
            same   | 3,1,1
            same   | (5, 1, 2)
            same   | k=7 s=1 p=3
            norm   | -, square, sqrt, /, *
            norm   | c=- q=² d=√ y=/ z=·
            bias   | 1 x M
            bias   | length M
            params | 152
            params | 8*(2*9+1)
            """)
    void is_right(String id, String given) {
        Mark mark = mark(id, given);

        assertThat(mark.status()).as(mark.message()).isEqualTo(MarkStatus.CORRECT);
        assertThat(mark.earned()).isEqualTo(mark.possible());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2.2    | test           | 0   | Not right.
            2.4    | bacd           | 0   | Here a stands before d.
            2.5    | A:1            | 0.5 | Not right: B, C.
            2.6    | true           | 0   | Not right.
            3.1    | high variance  | 0.5 | This comes out when the cause is named instead of the effect.
            3.1    | underfitting   | 0   | This comes out when both words are confused.
            3.1    | underfitting, overfitting | 0 | This comes out when both words are confused.
            3.1    | something else | 0   | Not right.
            3.2    | SSIM, BCE      | 1   | This comes out when a loss of classifiers is named.
            3.2    | MSE, L2, SSIM  | 1   | 1 of 2 count.
            3.2    | BCE, CE, SSIM  | 0   | This comes out when a loss of classifiers is named.
            dX     | X^T dY         | 0   | This comes out when the gradient for W is given.
            dX     | W^T dY         | 0   | The shapes do not conform in W^T*dY: (M, D) and (N, M).
            dX     | dY             | 0   | This is (N, M), where (N, D) is asked for.
            step   | (1+alpha*lambda)*theta - alpha*g | 0.5 | This comes out when the penalty has the wrong sign.
            step   | (1-lambda)*theta - alpha*g | 0 | Not right.
            slope  | theta^2        | 0   | Not right.
            newton | w - f'         | 0   | Not right.
            same   | 3, 2, 1        | 0   | A stride above 1 shrinks the output.
            same   | 5, 1, 1        | 1   | The padding is not (k - 1)/2.
            same   | 1, 1, 0.5      | 1   | The padding is not (k - 1)/2.
            norm   | +, ^2, ^2, /, * | 0  | Not right: c, d.
            bias   | MxN            | 0   | Not right.
            bias   | Mx1            | 0   | The shape is transposed.
            size   | 28x8x28        | 0   | The sides are right, but not their order.
            size   | 28x28x9        | 1   | The third axis is wrong.
            size   | 27x28x9        | 0   | The first and the third axis are wrong.
            size   | 28x28          | 1   | This has 2 axes where 3 are asked for.
            size   | 784x8          | 0   | This holds as many entries, but along 2 axes where 3 are asked for.
            size   | 2x28x28x8      | 0   | The first axis is wrong.
            size   | 1x1x28x28x8    | 0   | The first axis is one too many: this is a single shape, not a batch of them.
            params | 152.4          | 0   | No slip that is looked for gives this value.
            params | 144            | 1   | This comes out when the biases are forgotten.
            half   | 0.2            | 0   | No slip that is looked for gives this value.
            """)
    void is_not_quite_right(String id, String given, double earned, String message) {
        Mark mark = mark(id, given);

        assertThat(mark.message()).isEqualTo(message);
        assertThat(mark.earned()).isEqualTo(earned);
        assertThat(mark.status()).isEqualTo(earned > 0 ? MarkStatus.PARTIAL : MarkStatus.WRONG);
    }

    @Test
    void a_key_that_no_paper_prints_says_how_sure_it_is() {
        assertThat(mark("2.1", "none").message())
                .isEqualTo("Not right. The key is derived, confidence medium: The key is lost; a and c add capacity and"
                        + " time, b takes capacity away.");
        assertThat(mark("2.1", "abc").earned()).isZero();
        assertThat(mark("2.1", "a").message()).isEqualTo("Longer training may also do nothing.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2.1    | ax       | Column 1: expected some of a, b, c, d but got 'ax'; did you mean a?
            2.1    | a, a     | Column 4: 'a' stands twice.
            2.2    | all      | Column 1: expected some of training, validation, test but got 'all'.
            2.3    | dcb      | Column 3: expected all of a, b, c, d but got 3 of them.
            2.5    | A1       | Column 1: expected pairs such as A:1 but got 'A1'.
            2.5    | A:1, A:2 | Column 6: 'A' stands twice.
            2.5    | A:9      | Column 1: expected some of 1, 2, 3 but got '9'.
            2.6    | perhaps  | Column 1: expected true or false but got 'perhaps'.
            2.7    | b        | Column 1: expected letters of the points met, a, or their credits, but got 'b'.
            3.1    | ???      | Column 1: expected words but got '???'.
            dX     | dY Z     | Column 4: 'Z' is not known here.
            dX     | dY W^    | Column 6: expected a number, a name or a bracket but got the end.
            same   | 3, 1     | Column 1: expected 3 numbers, k, s, p, but got 2.
            norm   | -, ^2    | Column 5: expected 5 operators but got 2.
            norm   | -, ^2, sqrt, what, * | Column 14: expected an operator for each of c, q, d, y, z but got 'what'.
            """)
    void is_unreadable(String id, String given, String message) {
        Mark mark = mark(id, given);

        assertThat(mark.message()).isEqualTo(message);
        assertThat(mark.status()).isEqualTo(MarkStatus.UNREADABLE);
        assertThat(mark.earned()).isZero();
    }

    @Test
    void a_formula_follows_from_an_earlier_one() {
        MarkSheet sheet = Marking.mark(KINDS, Map.of("slope", "theta", "twice", "3 theta"));
        Mark mark = sheet.marks().stream()
                .filter(m -> m.id().equals("twice"))
                .findFirst()
                .orElseThrow();

        assertThat(mark.status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
        assertThat(mark.message()).isEqualTo("Follows from your slope.");
        assertThat(Marking.mark(KINDS, Map.of("slope", "0", "twice", "0")).earned())
                .isZero();
    }

    @Test
    void an_unanswered_question_says_so() {
        assertThat(Marking.mark(KINDS, Map.of()).marks())
                .extracting(Mark::status)
                .containsOnly(MarkStatus.UNANSWERED);
    }

    @Test
    void hostile_answers_are_marked() {
        for (String text : new String[] {
            "a".repeat(1000),
            "(".repeat(900),
            "x,".repeat(499),
            "theta^".repeat(160) + "2",
            "aa".repeat(9),
            "\u2070".repeat(900),
            "'".repeat(1000),
            "k=1 ".repeat(240),
            "theta' ".repeat(140),
            "=".repeat(900),
            "A:".repeat(400),
            "- ".repeat(450),
            "exp ".repeat(240) + "1",
            "9".repeat(999),
            "\ud83d\ude00".repeat(300),
            "a".repeat(100_000)
        }) {
            Map<String, String> all = KINDS.ids().stream().collect(Collectors.toMap(id -> id, id -> text));
            assertThat(Marking.mark(KINDS, all).earned()).isBetween(0.0, KINDS.credits());
        }
    }

    @Test
    void every_question_says_how_to_answer() {
        assertThat(KINDS.questions().stream().flatMap(q -> q.kind().stream()))
                .allMatch(kind -> !kind.form().isBlank()
                        && !Objects.requireNonNull(kind.key()).isBlank());
        assertThat(ProblemText.of(KINDS)).contains("a) more parameters");
    }
}
