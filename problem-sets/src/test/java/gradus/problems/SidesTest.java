package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.problems.kind.Sides;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes whose sides are names. */
class SidesTest {
    private static final String FILE = """
            id: sides
            title: Sides
            source: here
            statement: A convolution, a row and a batch.
            parts:
              - id: "1"
                ask: Give shapes.
                answers:
                  image:
                    ask: a batch of feature maps
                    credits: 2
                    shape: {axes: NCHW, sides: [N, F, H - 4, W - 4], orders: [NCHW, NHWC], names: [C], credits: {N: 0.5, C: 1, HW: 0.5}}
                    wrong:
                      - {answer: "(N, F, H, W)", when: the border is kept, slip: border, credits: 1}
                  row:
                    ask: a row
                    credits: 1
                    shape: {axes: RC, sides: ["1", M], orders: [RC, C], names: [N, D]}
                  flat:
                    ask: a flat batch
                    credits: 1
                    shape: {axes: BD, sides: [N, H*W*C], orders: [BD]}
                  map:
                    ask: scores of one image
                    credits: 1
                    shape: {axes: KHW, sides: [K, H, W], orders: [KHW, HWK, NKHW], names: [C]}
                    accept:
                      - {answer: CxHxW, note: Fine as well.}
            """;

    static final Problem SIDES = ProblemReader.read("sides.yaml", FILE);

    private static Mark mark(String id, String given) {
        return Marking.mark(SIDES, Map.of(id, given)).marks().stream()
                .filter(mark -> mark.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image | (N, F, H-4, W-4)
            image | N x F x (H-4) x (W-4)
            image | NxFxH-4xW-4
            image | [N, H - 4, W - 4, F]
            image | N×F×(-4+H)×(W-4)
            image | n, f, h-4, w-4
            row   | 1xM
            row   | 1 X M
            row   | 1×M
            row   | 1*M
            row   | 1 by M
            row   | (1, M)
            row   | (1 x M)
            row   | {1, M}
            row   | R^(1xM)
            row   | ℝ^{1×M}
            row   | (M,)
            row   | M
            row   | length M
            row   | a vector of length M
            row   | M-dimensional vector
            flat  | N x H*W*C
            flat  | (N, HWC)
            flat  | (N, C×H×W)
            flat  | (N, C x H x W)
            flat  | N x (W*C*H)
            flat  | N, 2HWC/2
            flat  | N x max(0, H*W*C)
            flat  | (N, exp(log(H*W*C)))
            map   | KxHxW
            map   | H x W x K
            map   | (N, K, H, W)
            map   | (1, K, H, W)
            map   | BxKxHxW
            map   | HxWxC
            """)
    void is_right(String id, String given) {
        Mark mark = mark(id, given);

        assertThat(mark.status()).as(mark.message()).isEqualTo(MarkStatus.CORRECT);
        assertThat(mark.earned()).isEqualTo(mark.possible());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image | (F, H-4, W-4)        | 0   | The batch axis is missing.
            image | (F, H, W)            | 0   | This has 3 axes where 4 are asked for.
            image | (N, C, H-4, W-4)     | 1   | The second axis is wrong.
            image | (N, C, H, W-4)       | 0.5 | The second and the third axis are wrong.
            image | (N, C, W-4, H-4)     | 0.5 | The second and the fourth axis are wrong.
            image | (F, N, H-4, W-4)     | 0.5 | The sides are right, but not their order.
            image | (N, H, W, F)         | 1.5 | This comes out when the border is kept.
            image | (2, 3, 5, 7)         | 0   | Not right.
            row   | Mx1                  | 0   | The shape is transposed.
            row   | NxM                  | 0   | The first axis is wrong.
            row   | (1, 1, M)            | 0   | The first axis is one too many: this is a single shape, not a batch of them.
            row   | D                    | 0   | Not right.
            flat  | (N, C, H, W)         | 0   | This holds as many entries, but along 4 axes where 2 are asked for.
            flat  | H*W*C x N            | 0   | The shape is transposed.
            flat  | (N, H+W+C)           | 0   | The second axis is wrong.
            flat  | N*H*W*C              | 0   | This holds as many entries, but along 4 axes where 2 are asked for.
            map   | (C, K, H, W)         | 0   | The first axis is wrong.
            map   | (2, K, H, W)         | 0   | The first axis is wrong.
            map   | HxW                  | 0   | This has 2 axes where 3 are asked for.
            map   | 3                    | 0   | This has 1 axis where 3 are asked for.
            """)
    void is_not_right(String id, String given, double earned, String message) {
        Mark mark = mark(id, given);

        assertThat(mark.message()).isEqualTo(message);
        assertThat(mark.earned()).isEqualTo(earned);
        assertThat(mark.status()).isEqualTo(earned > 0 ? MarkStatus.PARTIAL : MarkStatus.WRONG);
    }

    @Test
    void a_missing_batch_is_named() {
        Problem batch = ProblemReader.read("sides.yaml", FILE.replace("[KHW, HWK, NKHW]", "[NKHW]"));

        assertThat(Marking.mark(batch, Map.of("map", "KxHxW")).marks())
                .extracting(Mark::message)
                .contains("The batch axis is missing.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            row | (1, Q)  | Column 5: 'Q' is not known here.
            row | 1xx     | Column 3: 'x' is not known here.
            row | (1,,M)  | Column 4: expected a side of a shape.
            row | 1x      | Column 2: 'x' is not known here.
            row | (1, M   | Column 6: expected ')' but got the end.
            """)
    void is_unreadable(String id, String given, String message) {
        Mark mark = mark(id, given);

        assertThat(mark.status()).isEqualTo(MarkStatus.UNREADABLE);
        assertThat(mark.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", ")", "x", "[x]", "((((", "x,x,x", "R^(", "1x(", "by", "^^", "(M", "M)", ",", "*", "1;2"})
    void whatever_is_typed_is_marked(String text) {
        for (String given : new String[] {text, text.repeat(300 / text.length())}) {
            SIDES.ids().forEach(id -> assertThat(mark(id, given).earned()).isZero());
        }
    }

    @Test
    void says_how_to_answer_without_telling() {
        assertThat(ProblemText.of(SIDES)).contains("(a shape in D, M, N and numbers, such as 2xD)");
    }

    @Test
    void a_sum_stands_in_brackets() {
        assertThat(mark("image", "1").expected()).isEqualTo("NxFx(H - 4)x(W - 4)");
        assertThat(mark("flat", "1").expected()).isEqualTo("NxH*W*C");
    }

    @Test
    void spells_right_answers() {
        Sides row = (Sides) SIDES.questions().get(1).kind().orElseThrow();

        assertThat(row.spellings()).contains("1xM", "1 x M", "(1,M)", "(1, M)", "M", "(M,)");
        SIDES.questions()
                .forEach(question -> ((Sides) question.kind().orElseThrow())
                        .spellings()
                        .forEach(spelling -> assertThat(
                                        mark(question.id(), spelling).status())
                                .as(spelling)
                                .isEqualTo(MarkStatus.CORRECT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            axes: RC, sides: ["1", M], orders: [RC, C]     | axes: R, sides: ["1", M], orders: [R]    | expected one axis for each of 1, M but got R
            axes: RC, sides: ["1", M], orders: [RC, C]     | axes: RC, sides: ["1", M], orders: [RQ]  | expected the axes RC but got RQ
            axes: RC, sides: ["1", M], orders: [RC, C]     | axes: RC, sides: ["1", "M^"], orders: [RC] | expected a number, a name or a bracket but got the end
            axes: RC, sides: ["1", M], orders: [RC, C]     | axes: RC, sides: ["1", M], orders: [RC], credits: {R: 3} | expected credits of the axes that add up to 1 but got 3
            """)
    void a_file_that_cannot_be_is_refused(String right, String wrong, String message) {
        assertThatThrownBy(() -> ProblemReader.read("sides.yaml", FILE.replace(right, wrong)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(message);
    }
}
