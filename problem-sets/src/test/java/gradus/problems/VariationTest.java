package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationTest {
    private static final String GOOD = """
            id: small
            title: A small problem
            source: made up
            statement: "Multiply {a} by {b} and add {c}."
            given:
              inputs: {a: 2, b: 3}
              biases: {c: 5}
              constants: {rate: 0.5}
            forward:
              p: a*b
              s: p + c
            parts:
              - id: "1"
                ask: Do it.
                slip: 0.5
                answers:
                  p:
                    ask: "the product"
                    credits: 1
                    published: 6
                    wrong:
                      - {answer: 5, when: the numbers are added, credits: 0.5, slip: added}
                      - {answer: a - b, when: the numbers are subtracted, credits: 0.5, slip: subtracted}
                  s: {ask: the sum, credits: 1, published: 11}
            vary:
              numbers:
                a, b: 2 to 9
                c: [-3, 4, 7]
              rules: [a < b]
            slips:
              - {id: other, when: c is exchanged, instead: {c: "{a}"}}
            errata:
              - {id: E0, kind: value, where: here, prints: c = 6, right: c = 5, instead: {c: 6}}
            tried:
              - {answers: {p: 6, s: 11}, earned: 2}
            """;

    private static Problem read(String text) {
        return ProblemReader.read("small.yaml", text);
    }

    private static Variation variation(String text) {
        return read(text).variation().orElseThrow();
    }

    @Test
    void texts_show_the_numbers() {
        assertThat(read(GOOD).statement()).isEqualTo("Multiply 2 by 3 and add 5.");
        Problem variant = variation(GOOD).variant(1);
        assertThat(variant.statement())
                .isEqualTo("Multiply " + number(variant, "a") + " by " + number(variant, "b") + " and add "
                        + number(variant, "c") + ".");
    }

    private static String number(Problem problem, String name) {
        return Figures.of(problem.model().value(name));
    }

    @Test
    void a_seed_always_gives_the_same_variant() {
        for (long seed = 1; seed <= 20; seed++) {
            Problem once = variation(GOOD).variant(seed),
                    again = variation(GOOD).variant(seed);
            assertThat(again.statement()).isEqualTo(once.statement());
            assertThat(again.seed()).contains(seed);
        }
        assertThat(read(GOOD).seed()).isEmpty();
    }

    @Test
    void numbers_keep_ranges_lists_and_rules() {
        for (long seed = 1; seed <= 50; seed++) {
            Problem variant = variation(GOOD).variant(seed);
            double a = variant.model().value("a").sum(),
                    b = variant.model().value("b").sum();
            assertThat(a).isBetween(2.0, 8.0).isLessThan(b);
            assertThat(b).isLessThanOrEqualTo(9);
            assertThat(variant.model().value("c").sum()).isIn(-3.0, 4.0, 7.0);
            assertThat(variant.model().value("rate").sum()).isEqualTo(0.5);
        }
    }

    @Test
    void what_belongs_to_the_printed_numbers_is_left_out() {
        Problem variant = variation(GOOD).variant(3);
        Question product = variant.question("p").orElseThrow();

        assertThat(product.published()).isNull();
        assertThat(product.wrong()).extracting(Listed::slip).containsExactly("subtracted");
        assertThat(variant.errata()).isEmpty();
        assertThat(variant.tried()).isEmpty();
        assertThat(variant.variation()).isEmpty();
    }

    @Test
    void listed_slips_take_the_numbers_of_the_variant() {
        Problem variant = variation(GOOD).variant(5);
        Slip other = variant.listed().get(0);
        double p = variant.model().value("p").sum(),
                a = variant.model().value("a").sum();

        Map<String, String> sheet = Sheets.slipped(variant, other);

        assertThat(sheet).containsEntry("s", Figures.of(p + a));
        Mark mark = Marking.mark(variant, sheet).marks().get(1);
        assertThat(mark.status()).isEqualTo(MarkStatus.WRONG);
        assertThat(mark.misconception()).isEqualTo("other");
    }

    /** Each row replaces a piece of the good file and expects one complaint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Multiply {a} by         | Multiply {aa} by          | small.yaml:4:12: '{aa}' is no number of this problem
            add {c}                 | add {rat}                 | small.yaml:4:12: '{rat}' is no number of this problem; did you mean '{rate}'?
            "the product"           | "the product {p}"         | small.yaml:18:14: '{p}' would give an answer away
            c: [-3, 4, 7]           | d: [-3, 4, 7]             | small.yaml:28:8: 'd' is not given
            c: [-3, 4, 7]           | p: [-3, 4, 7]             | small.yaml:28:8: 'p' is not given
            c: [-3, 4, 7]           | b: [-3, 4, 7]             | small.yaml:28:8: 'b' varies twice
            c: [-3, 4, 7]           | c: [4]                    | small.yaml:28:8: expected 2 to 1000 numbers to choose from but got 1
            c: [-3, 4, 7]           | c: [4, x]                 | small.yaml:28:8: x: 'x' is not known here
            c: [-3, 4, 7]           | c: [[1, 2], [3, 4]]       | small.yaml:28:8: expected a number for c but got [1, 2]
            c: [-3, 4, 7]           | c: about 5                | small.yaml:28:8: expected a range such as '-2 to 2 by 0.5 but 1', or a list, but got 'about 5'
            c: [-3, 4, 7]           | c: 3 to 1                 | small.yaml:28:8: expected 2 to 1000 numbers to choose from but got 0
            c: [-3, 4, 7]           | c: 1 to 9 by 0            | small.yaml:28:8: expected 2 to 1000 numbers to choose from but got 0
            a < b                   | a b                       | small.yaml:29:11: expected a comparison such as a < b but got 'a b'
            a < b                   | a < d                     | small.yaml:29:11: a < d: 'd' is not known here
            rules: [a < b]          | rulez: [a < b]            | small.yaml:29:3: the field 'rulez' is not known; did you mean 'rules'?
            """)
    void complains(String piece, String instead, String complaint) {
        assertThat(GOOD).contains(piece);
        assertThatThrownBy(() -> read(GOOD.replace(piece, instead)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void says_when_nothing_fit_is_found() {
        Variation none = variation(GOOD.replace("a < b", "a > 9"));

        assertThatThrownBy(() -> none.variant(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "small: expected numbers that are fit to be set within 20000 tries but got {RULE=20000}.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add {c}. | add 5.               | statement shows 5, the value of c, which varies; write {c}, or list 5 under 'keep' if it is another number
            Do it.   | Do it for b = 3.     | ask shows 3, the value of b, which varies; write {b}, or list 3 under 'keep' if it is another number
            Do it.   | Do it for a = 2.     | ask shows 2, the value of a, which varies; write {a}, or list 2 under 'keep' if it is another number
            """)
    void verifying_finds_numbers_that_variants_contradict(String piece, String instead, String complaint) {
        Verification verification = Verification.of(read(GOOD.replace(piece, instead)));

        assertThat(verification.literals()).containsExactly(complaint);
        assertThat(verification.holds()).isFalse();
        assertThat(VerificationText.of(List.of(verification))).contains("FALLS SHORT", "which varies");
    }

    @Test
    void verifying_lets_other_numbers_be() {
        assertThat(Verification.of(read(GOOD)).holds()).isTrue();
        assertThat(Verification.of(read(GOOD.replace("Do it.", "Do it in 2 steps.")))
                        .holds())
                .isTrue();
        assertThat(Verification.of(read(GOOD.replace("Do it.", "Do it in 5 steps.")
                                .replace("rules: [a < b]", "rules: [a < b]\n  keep: [5]")))
                        .holds())
                .isTrue();
    }
}
