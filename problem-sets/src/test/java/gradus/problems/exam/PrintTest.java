package gradus.problems.exam;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.expression.ExpressionParser;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintTest {
    private static final String NASTY = """
            id: nasty
            title: "<script>alert(1)</script> & 100 % of $x_1^2$ ~ #{y z} \\\\end{all of it}"
            source: a "source"
            statement: "Größe × 3 ∘ α, 'quoted' <b>"
            given: {constants: {alpha: 2, yhat1: 0.00001}}
            forward: {mse: "alpha*sqrt(yhat1)/(1 + alpha)^2"}
            parts:
              - id: "1"
                ask: compute {all of it}
                slip: 0
                answers:
                  mse: {ask: "the mse & more", credits: 1}
            """;

    @TempDir
    Path folder;

    private static Paper paper(List<Problem> problems) {
        return Exam.papers(spec(problems), 1, bank(problems)).get(0);
    }

    private static ExamSpec spec(List<Problem> problems) {
        List<ExamSpec.Choice> chosen = problems.stream()
                .map(problem -> new ExamSpec.Choice(problem.id(), null, null, null))
                .toList();
        return new ExamSpec(
                "Exam & <more> \\end{document}",
                "course_1",
                "50 %",
                Set.of(),
                chosen,
                List.of(new ExamSpec.Student("s_1", "A & B")));
    }

    private static Bank bank(List<Problem> problems) {
        return id ->
                problems.stream().filter(problem -> problem.id().equals(id)).findFirst();
    }

    private Problem nasty() throws IOException {
        Path file = folder.resolve("nasty.yaml");
        Files.writeString(file, NASTY);
        return ProblemBank.read(file);
    }

    @Test
    void a_page_escapes_what_it_is_given() throws IOException {
        String html = new Print().html(paper(List.of(nasty())), true);

        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; 100 %")
                .contains("A &amp; B (s_1)")
                .doesNotContain("<script")
                .doesNotContain("<b>,");
    }

    @Test
    void a_paper_shows_no_key_and_its_solution_all() {
        Paper paper = paper(List.of(ProblemBank.find("2022ss-6").orElseThrow()));
        Print print = new Print();

        String open = print.html(paper, false), solved = print.html(paper, true);

        assertThat(open)
                .contains(paper.id())
                .doesNotContain("class=\"scheme\"")
                .doesNotContain("Erratum")
                .doesNotContain("0.65");
        assertThat(solved)
                .contains(paper.id())
                .contains("<mn>0.65</mn>")
                .contains("Each wrong step without points costs 0.5.")
                .contains("Slip plain-relu")
                .contains("Erratum E01");
    }

    @Test
    void a_paper_does_not_say_by_which_problem_and_seed_its_key_is_found() {
        Problem problem = find("2022ss-6");
        ExamSpec.Choice each = new ExamSpec.Choice(problem.id(), null, null, "17");
        Paper paper = Exam.papers(new ExamSpec("Exam", "", "", Set.of(), List.of(each), List.of()), 1, Bank.OWN)
                .get(0);
        Print print = new Print();

        assertThat(List.of(print.html(paper, false), print.latex(paper, false)))
                .allSatisfy(open -> assertThat(open).contains("Exam").doesNotContain("@17", "2022ss"));
        assertThat(print.html(paper, true)).contains("2022ss-6@17");
    }

    @Test
    void figures_stand_with_what_they_belong_to() {
        List<Problem> problems = List.of("L4-graph", "2021ws-7", "md-4.2").stream()
                .map(PrintTest::find)
                .toList();

        String html = new Print().html(paper(problems), false), latex = new Print().latex(paper(problems), false);

        assertThat(html.split("<figure>", -1)).hasSize(1 + 1 + 3);
        assertThat(html.indexOf("<figure>"))
                .isBetween(html.indexOf("is drawn as a graph"), html.indexOf("class=\"given\""));
        assertThat(html.indexOf("close to 0; the validation loss falls"))
                .as("the description of 7.1 is in its image")
                .isBetween(html.indexOf("curves of Erika"), html.indexOf("this behaviour"));
        assertThat(html)
                .contains(
                        "<figcaption>Redrawn as the solution implies it; the paper&#39;s curves are lost.</figcaption>");
        assertThat(latex).contains("\\usepackage{tikz}").contains("{y = {-}3}", "{epoch}");
        assertThat(latex.split("begin\\{tikzpicture}", -1)).hasSize(1 + 1 + 3);
        assertThat(new Print().html(paper(List.of(find("md-4.2"))), false)).doesNotContain("<figure>");
        assertThat(new Print().latex(paper(List.of(find("md-4.2"))), false)).doesNotContain("tikz");
    }

    @Test
    void a_paper_with_shuffled_options_keeps_its_figures() {
        Problem problem = find("2022ss-1");
        Problem shuffled = Shuffled.of(problem.drawn(problem.figures().get(0)), new Seed(1));

        assertThat(shuffled.figures()).hasSize(2);
    }

    private static Problem find(String id) {
        return ProblemBank.find(id).orElseThrow();
    }

    @Test
    void formulas_become_mathml() {
        Typesetter typesetter = new Typesetter(new MathMl());

        assertThat(typesetter.of(ExpressionParser.formula("sqrt(3/n)", Set.of("n"))))
                .isEqualTo(
                        "<msqrt><mfrac><mn>3</mn><mi mathvariant=\"normal\" class=\"letter\">n</mi></mfrac></msqrt>");
        assertThat(typesetter.equation("w11", Tensor.of(Shape.of(), -0.5)))
                .contains(
                        "<msub><mi mathvariant=\"normal\" class=\"letter\">w</mi><mn>11</mn></msub><mo>=</mo><mrow><mo>\u2212</mo><mn>0.5</mn></mrow>");
    }

    @Test
    void formulas_become_latex_with_the_brackets_that_they_need() {
        Typesetter typesetter = new Typesetter(new Latex());
        Set<String> names = Set.of("a", "b", "theta", "yhat1");

        assertThat(latex(typesetter, "a - (b - theta)", names)).isEqualTo("{a - \\left({{b - \\theta }}\\right)}");
        assertThat(latex(typesetter, "(a + b)^2", names)).isEqualTo("{\\left({{a + b}}\\right)}^{2}");
        assertThat(latex(typesetter, "(a + b)/a", names)).isEqualTo("\\frac{{a + b}}{a}");
        assertThat(latex(typesetter, "-yhat1", names)).isEqualTo("{- {\\hat{y}}_{1}}");
        assertThat(latex(typesetter, "[[1, 2], [a, b]]", names))
                .isEqualTo("\\begin{bmatrix}1 & 2 \\\\ a & b\\end{bmatrix}");
        assertThat(latex(typesetter, "gradient(a, b)", names)).isEqualTo("\\frac{{\\partial  a}}{{\\partial  b}}");
    }

    private static String latex(Typesetter typesetter, String formula, Set<String> names) {
        return typesetter.of(ExpressionParser.formula(formula, names));
    }

    @Test
    void latex_of_the_whole_bank_is_closed_and_escaped() throws IOException {
        List<Problem> all = ProblemBank.all();
        for (boolean solution : new boolean[] {false, true}) {
            requireLatex(new Print().latex(paper(all), solution));
            requireLatex(new Print().latex(paper(List.of(nasty())), solution));
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile("\\\\(begin|end)\\{(\\w+)}|\\\\[A-Za-z]+|\\\\.|[{}$&#%_^~<>\"|]|[^\\x00-\\x7F]");

    /** Every brace, environment and formula is closed, and what means something to LaTeX stands only where it may. */
    private static void requireLatex(String source) {
        Deque<String> open = new ArrayDeque<>();
        boolean mathematics = false;
        String body = source.substring(source.indexOf("\\begin{document}"));
        Matcher token = TOKEN.matcher(body);
        while (token.find()) {
            String text = token.group();
            String place = body.substring(Math.max(0, token.start() - 60), Math.min(body.length(), token.end() + 20));
            if (text.startsWith("\\begin") || text.equals("{")) {
                open.push(text.equals("{") ? "{" : token.group(2));
            } else if (text.startsWith("\\end") && token.group(2) != null) {
                assertThat(open.pop()).as(place).isEqualTo(token.group(2));
            } else if (text.equals("}")) {
                assertThat(open.pop()).as(place).isEqualTo("{");
            } else if (text.equals("$")) {
                mathematics = !mathematics;
            } else if (text.equals("&") || text.equals("_") || text.equals("^")) {
                assertThat(mathematics).as(place).isTrue();
            } else if (text.length() == 1 && text.charAt(0) < 128) {
                assertThat(text).as(place).isIn("~", mathematics ? "|" : "~");
            } else if (text.length() == 1) {
                assertThat(text.charAt(0)).as(place).isLessThan((char) 0x250);
            }
        }
        assertThat(open).isEmpty();
        assertThat(mathematics).isFalse();
        assertThat(body).doesNotContain("[U+", "\\end{all").endsWith("\\end{document}\n");
    }
}
