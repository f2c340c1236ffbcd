package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationTest {
    private static final String PRINTED = """
            {id: small, title: t, source: s, statement: s,
             given: {inputs: {a: 1, b: 2}}, forward: {s: a + b, q: s^2},
             parts: [{id: p, ask: a, slip: 0, answers: {
               s: {ask: sum, credits: 1, published: 3}, q: {ask: square, credits: 1, published: PUBLISHED}}}],
             errata: [ERRATA]}
            """;

    private static Verification verify(String published, String errata) {
        return Verification.of(ProblemReader.read(
                "small.yaml", PRINTED.replace("PUBLISHED", published).replace("ERRATA", errata)));
    }

    static List<Problem> problems() {
        return ProblemBank.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void every_published_value_agrees_or_is_explained(Problem problem) {
        Verification verification = Verification.of(problem);

        assertThat(verification.holds()).isTrue();
        assertThat(verification.comparisons()).hasSize((int) problem.questions().stream()
                .filter(question -> question.published() != null)
                .count());
    }

    @Test
    void a_difference_without_an_erratum_falls_short() {
        Verification verification = verify("8", "");

        assertThat(verification.holds()).isFalse();
        assertThat(VerificationText.of(List.of(verification))).isEqualTo("""
                        small          1 of 2 published values agree                         FALLS SHORT
                            q: published 8, computed 9, no erratum explains it

                        2 published values: 1 agree, 0 explained by an erratum, 1 unexplained; 0 errata
                        no longer differ.
                        """);
    }

    @Test
    void a_difference_that_follows_from_a_misprint_is_explained() {
        Verification verification =
                verify("6", "{id: E1, kind: value, where: key, prints: 2 s, right: s^2, instead: {q: 2*s}}");

        assertThat(verification.holds()).isTrue();
        assertThat(VerificationText.of(List.of(verification))).isEqualTo("""
                        small          1 of 2 published values agree                               holds
                            q: published 6, computed 9, explained by E1
                            E1 (value, key). Printed: 2 s. Right: s^2.

                        2 published values: 1 agree, 1 explained by an erratum, 0 unexplained; 0 errata
                        no longer differ.
                        """);
    }

    @Test
    void a_misprint_that_explains_another_value_explains_nothing() {
        assertThat(verify("8", "{id: E1, kind: value, where: key, prints: 2 s, right: s^2, instead: {q: 2*s}}")
                        .holds())
                .isFalse();
    }

    @Test
    void a_value_erratum_that_changes_nothing_any_more_falls_short() {
        Verification verification =
                verify("9", "{id: E1, kind: value, where: key, prints: b = 2, right: b = 2, instead: {b: 2}}");

        assertThat(verification.holds()).isFalse();
        assertThat(verification.staleErrata()).containsExactly("E1");
        assertThat(verify("9", "{id: E1, kind: value, where: key, prints: x, right: y}")
                        .holds())
                .isFalse();
    }

    @Test
    void errata_of_text_and_credits_change_no_value() {
        assertThat(verify("9", "{id: E1, kind: text, where: key, prints: x, right: y}")
                        .holds())
                .isTrue();
    }
}
