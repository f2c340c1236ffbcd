package gradus.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pages for people: {@code index.html} for the cohort and {@code <submission>/report.html}, each one file without scripts. */
public final class HtmlReport implements Report {

    private final Template student = template("report.html");
    private final Template index = template("index.html");

    @Override
    public String name() {
        return "html";
    }

    @Override
    public void submission(Result result, Path folder) throws IOException {
        ResultFile.replace(folder.resolve("report.html"), page(result));
    }

    @Override
    public void cohort(List<Result> results, Path out) throws IOException {
        ResultFile.replace(out.resolve("index.html"), page(results));
    }

    String page(Result result) {
        return student.execute(Map.of("result", new StudentPage(result), "style", STYLE));
    }

    String page(List<Result> results) {
        return index.execute(Map.of("cohort", new CohortPage(results), "style", STYLE));
    }

    private static final String STYLE = resource("style.css");

    private static Template template(String name) {
        return Mustache.compiler().compile(resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
