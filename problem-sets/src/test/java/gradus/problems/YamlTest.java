package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.expression.Expression;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlTest {
    private static final String TEXT = """
            id: small
            title: true
            source: 007
            statement: "a {x}: b"
            parts:
              - id: 1.10
                ask: .5
                slip: 2e-3
                answers:
                  y: {ask: 50_000, credits: 0.50, count: true}
            """;

    /** Numbers keep their digits, whatever JSON thinks of them. */
    @Test
    void json_says_the_same() {
        Template template = new Template("small.yaml", new Model(Map.of("x", Expression.Numeral.of(7))), Set.of());

        String json = Yaml.json("small.yaml", TEXT);

        assertThat(places(Yaml.problemOfJson("small.yaml", json, template)))
                .isEqualTo(places(Yaml.problem("small.yaml", TEXT, template)))
                .contains("value=a 7: b", "value=1.10", "value=007", "value=50_000", "value=0.50", "value=2e-3");
    }

    private static String places(ProblemFile file) {
        return file.toString().replaceAll("line=\\d+, column=\\d+", "");
    }
}
