package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CertifyCommandEndToEndTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_checks_pass_right_code_and_name_wrong_code_on_twenty_seeds() throws Exception {
        int code = certify("--seeds", "20", "--json");

        JsonNode report = new ObjectMapper().readTree(out.toString());
        JsonNode total = report.get("total");
        assertThat(report.get("holds").booleanValue()).isTrue();
        assertThat(total.get("accepted").get("count"))
                .isEqualTo(total.get("accepted").get("total"));
        assertThat(total.get("killed").get("count"))
                .isEqualTo(total.get("killed").get("total"));
        assertThat(total.get("skeletonNotAttempted").booleanValue()).isTrue();
        assertThat(total.get("wrongNames").longValue()).isZero();
        assertThat(report.get("exercises")).hasSize(7);
        assertThat(report.get("schema").textValue()).isEqualTo("gradus.certificates/1");
        assertThat(code).isZero();
    }

    @Test
    void one_exercise_gives_a_table_and_says_how_far_it_is() {
        int code = certify("activation/relu", "--seeds", "10");

        assertThat(out.toString().lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly("exercise", "activation/relu", "all");
        assertThat(err.toString().lines()).hasSize(10).last().isEqualTo("certify: 100 % of 10 rounds");
        assertThat(code).isZero();
    }

    @Test
    void an_unknown_exercise_is_a_mistake_of_usage() {
        int code = certify("activation/rely");

        assertThat(err.toString()).contains("there is no exercise 'activation/rely'. Did you mean activation/relu?");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void no_seeds_are_a_mistake_of_usage() {
        int code = certify("--seeds", "0");

        assertThat(err.toString()).contains("--seeds: expected 1 or more but got 0.");
        assertThat(code).isEqualTo(2);
    }

    private int certify(String... arguments) {
        return new CommandLine(new CertifyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
