package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemReaderTest {
    private static final String GOOD = """
            id: small
            title: A small problem
            source: made up
            statement: Add and square.
            given:
              inputs: {a: 1, b: 2}
            forward:
              s: a + b
              q: s^2
              db: gradient(q, b)
            parts:
              - id: "1"
                ask: Do it.
                slip: 0.5
                answers:
                  s: {ask: the sum, credits: 1, published: 3}
                  q: {ask: its square, credits: 1}
            slips:
              - {id: minus, when: b is subtracted, instead: {s: a - b}}
            errata:
              - {id: E0, kind: value, where: here, prints: b = 3, right: b = 2, instead: {b: 3}}
            """;

    @Test
    void reads_a_problem() {
        Problem problem = ProblemReader.read("small.yaml", GOOD);

        assertThat(problem.id()).isEqualTo("small");
        assertThat(problem.credits()).isEqualTo(2);
        assertThat(problem.ids()).containsExactly("s", "q");
        assertThat(problem.role("b")).contains(Role.INPUT);
        assertThat(problem.forward()).containsExactly("s", "q", "db");
        assertThat(problem.model().value("db").sum()).isEqualTo(6);
    }

    /** Each row replaces a piece of the good file and expects one complaint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title: A small problem   | title: A\\nid: other        | small.yaml:3:3: the key 'id' stands twice
            q: s^2                   | s: s^2                      | small.yaml:9:4: the key 's' stands twice
            source: made up          | sauce: made up              | small.yaml:3:1: the field 'sauce' is not known; did you mean 'source'? Expected one of
            source: made up          | source: here\\nlanguage: de | small.yaml:4:1: the field 'language' is not known. Expected one of
            source: made up          | `#`                         | small.yaml:22:1: expected the field 'source' but it is missing
            ask: the sum             | aks: the sum                | small.yaml:16:11: the field 'aks' is not known; did you mean 'ask'?
            id: small                | id: ../x                    | small.yaml:1:5: expected an id of letters, digits, '-', '.' and '_' but got '../x'
            credits: 1, published: 3 | credits: -1, published: 3   | small.yaml:16:34: expected no credits below 0 but got -1
            slip: 0.5                | slip: -0.5                  | small.yaml:14:11: expected no credits below 0 but got -0.5
            slip: 0.5                | slip: half                  | small.yaml:14:11: expected a number but got 'half'
            instead: {s: a - b}      | instead: {}                 | small.yaml:19:10: expected other formulas under 'instead' but got none
            instead: {b: 3}          | instead: {}                 | small.yaml:21:10: expected other formulas under 'instead' but got none
            credits: 1, published: 3 | credits: many, published: 3 | small.yaml:16:34: expected a number but got 'many'
            inputs: {a               | inptus: {a                  | small.yaml:6:3: expected inputs, weights, biases, targets or constants but got 'inptus'
            kind: value              | kind: typo                  | small.yaml:21:20: expected value, text or credit but got 'typo'
            q: s^2                   | q: s^2 + c                  | small.yaml:9:12: 'c' is not known here
            q: s^2                   | q: (s^2                     | small.yaml:9:10: expected ')' but got the end
            q: s^2                   | q: {s: 2}                   | small.yaml:9:6: expected another kind of value here (forward.q)
            q: s^2                   | exp: s^2                    | small.yaml:9:8: expected a name of letters and digits that is no function but got 'exp'
            q: s^2                   | a: s^2                      | small.yaml:9:6: 'a' is defined twice
            q: s^2                   | q: log(a - 1)               | small.yaml:9:6: q comes out as -Infinity
            q: s^2                   | `q: "[1, 2] @ [[1, 2]]"`    | small.yaml:9:6: q: Tensor.matmul:
            q: s^2                   | q:                          | small.yaml:9:
            s: {ask: the sum         | t: {ask: the sum            | small.yaml:16:16: 't' is not defined
            published: 3             | published: 3..              | small.yaml:16:50: expected a number, a name or an operator but got '.'
            instead: {s: a - b}      | instead: {z: a - b}         | small.yaml:19:53: 'z' is not defined
            instead: {s: a - b}      | instead: {s: a - q}         | small.yaml:19:57: 'q' is not known here
            ` published: 3`          | ` published:`               | small.yaml:16:47: expected a value but got nothing
            ` {ask: its square, credits: 1}` | ``                 | small.yaml:17:9: expected a value but got nothing
            ask: Do it.              | ask:                        | small.yaml:13:9: expected a value but got nothing
            inputs: {a: 1, b: 2}     | inputs:                     | small.yaml:6:10: expected a value but got nothing
            instead: {b: 3}          | instead: 3                  | small.yaml:21:
            forward:                 | forward: [                  | small.yaml:9:5: while parsing a flow sequence
            """)
    void complains_where_something_is_wrong(String good, String bad, String complaint) {
        String text = GOOD.replace(good, bad.replace("\\n", "\n"));

        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> ProblemReader.read("small.yaml", text))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {axes: AB, orders: [AB]}                    | expected one axis for each entry of 9 but got AB
            """)
    void a_shape_needs_one_axis_an_entry(String shape, String complaint) {
        String text = GOOD.replace("its square, credits: 1", "its square, credits: 1, shape: " + shape);

        assertThatThrownBy(() -> ProblemReader.read("small.yaml", text)).hasMessage("small.yaml:17:16: " + complaint);
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> ProblemReader.read("small.yaml", "")).isInstanceOf(ProblemException.class);
    }
}
