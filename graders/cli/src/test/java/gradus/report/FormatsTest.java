package gradus.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FormatsTest {

    @TempDir
    Path folder;

    @Test
    void every_name_finds_its_format() {
        assertThat(Formats.names()).containsExactly("csv", "github", "gradescope", "html", "junit");
        assertThat(Formats.names())
                .allSatisfy(name ->
                        assertThat(Formats.named(name).orElseThrow().name()).isEqualTo(name));
        assertThat(Formats.named("pdf")).isEmpty();
    }

    @Test
    void gradescope_gets_scores_and_texts() throws IOException {
        Formats.named("gradescope").orElseThrow().submission(Samples.alice(), folder);

        JsonNode results = new ObjectMapper().readTree(Files.readString(folder.resolve("results.json")));

        assertThat(results.get("score").doubleValue()).isEqualTo(1);
        assertThat(results.get("tests")).hasSize(3);
        assertThat(results.at("/tests/1/status").textValue()).isEqualTo("failed");
        assertThat(results.at("/tests/1/max_score").doubleValue()).isEqualTo(1);
        assertThat(results.at("/tests/1/output").textValue())
                .isEqualTo(
                        "dW is wrong in 21 of 21 entries.\nyour dW is the right one divided by N\nWhich function divides by N?");
        assertThat(results.at("/tests/1/tags/2").textValue()).isEqualTo("misconception:AF-05");
    }

    @Test
    void junit_counts_failures_errors_and_skipped_rows() throws Exception {
        Element wrong = suite(Samples.alice());
        Element stopped = suite(Samples.hostile());
        Element pending = suite(Samples.pending());

        assertThat(List.of(wrong.getAttribute("tests"), wrong.getAttribute("failures"), wrong.getAttribute("errors")))
                .containsExactly("3", "2", "0");
        assertThat(stopped.getAttribute("errors")).isEqualTo("1");
        assertThat(pending.getAttribute("skipped")).isEqualTo("1");
    }

    @Test
    void junit_keeps_a_strangers_text_inside_its_element() throws Exception {
        Element error =
                (Element) suite(Samples.hostile()).getElementsByTagName("error").item(0);

        assertThat(error.getTextContent()).startsWith("<script>alert('x')</script> & red");
    }

    @Test
    void github_shows_at_most_ten_lines_and_no_command_of_a_stranger() {
        CheckResult wrong = Samples.hostile().exercises().get(0).checks().get(0);
        CheckResult sly = new CheckResult(
                "forward", wrong.status(), 0, 1, null, null, null, "50%\n::set-output name=x::y\r\n::error::z");

        assertThat(GithubAnnotations.text(Samples.result("a", List.of(sly), "")))
                .isEqualTo(
                        "::error title=dense/affine forward exception::50%25%0A::set-output name=x::y%0A::error::z\n");
        assertThat(GithubAnnotations.text(Samples.result("a", Collections.nCopies(30, sly), "")))
                .hasLineCount(10)
                .endsWith("::error title=Gradus::21 more rows are not right yet\n");
        assertThat(GithubAnnotations.text(Samples.result("a", List.of(), ""))).isEmpty();
    }

    private static Element suite(Result result) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.text(result))));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }
}
