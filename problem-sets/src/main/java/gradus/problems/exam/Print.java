package gradus.problems.exam;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Papers and their solutions as a page of HTML made for printing, and as the source of a LaTeX article. */
public final class Print {
    private static final Template HTML = template("paper.html"), LATEX = template("paper.tex");
    private static final String STYLE = resource("paper.css");

    /** One file without scripts, for A4. */
    public String html(Paper paper, boolean solution) {
        return HTML.execute(Map.of("page", new Page(paper, new MathMl(), solution), "style", STYLE));
    }

    /** Source for any LaTeX that knows UTF-8. */
    public String latex(Paper paper, boolean solution) {
        return LATEX.execute(Map.of("page", new Page(paper, new Latex(), solution)));
    }

    /** Pages escape for themselves. */
    private static Template template(String name) {
        return Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).compile(resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Print.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
