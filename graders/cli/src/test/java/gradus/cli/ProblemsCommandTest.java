package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProblemsCommandTest {
    private final StringWriter out = new StringWriter(), err = new StringWriter();

    private int problems(String... arguments) {
        return new CommandLine(new ProblemsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void lists_all_problems() {
        assertThat(problems("list")).isZero();
        assertThat(out.toString())
                .contains("2022ss-6       Backpropagation by hand                                 6 credits\n")
                .contains("md-4.2 ");
    }

    @Test
    void lists_for_programs() {
        assertThat(problems("list", "--json")).isZero();
        assertThat(out.toString()).startsWith("{\"schema\":\"gradus.problems/1\",\"problems\":[{\"id\":\"2022ss-1\"");
    }

    @Test
    void shows_a_problem_without_its_key() {
        assertThat(problems("show", "2022ss-6")).isZero();
        assertThat(out.toString())
                .contains("w11 = -0.5, w12 = 1")
                .contains("  dw11     derivative of the loss with respect to w11                        1.5\n")
                .doesNotContain("-0.65");
    }

    @Test
    void shows_points_to_who_asks_for_them() {
        assertThat(problems("show", "L8-bn")).isZero();
        assertThat(out.toString()).contains("(in words)").doesNotContain("  a) ");
        assertThat(problems("show", "L8-bn", "--points")).isZero();
        assertThat(out.toString()).contains("  a) ");
        assertThat(problems("show", "L8-bn", "--points", "--json")).isZero();
        assertThat(out.toString()).contains("\"options\":{\"a\":");
    }

    @Test
    void shows_for_programs() {
        assertThat(problems("show", "L7-xavier", "--json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"schema\":\"gradus.problem/1\",\"id\":\"L7-xavier\"")
                .contains("\"given\":{\"constant\":{\"n\":\"500\"}}");
    }

    @Test
    void verifies_every_published_value() {
        assertThat(problems("verify")).isZero();
        assertThat(out.toString())
                .contains("E01 (value, table 6.1). Printed: b4 = 2 and b5 = 1")
                .containsPattern(
                        "\\d+ published values: \\d+ agree, \\d+ explained by an\\s+erratum, 0\\s+unexplained;");
    }

    @Test
    void an_unexplained_difference_is_a_negative_verdict(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), """
                {id: wrong, title: t, source: s, statement: s, given: {inputs: {a: 1}}, forward: {t: 2*a},
                 parts: [{id: p, ask: a, slip: 0, answers: {t: {ask: t, credits: 1, published: 3}}}]}
                """);

        assertThat(problems("verify", file.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("t: published 3, computed 2, no erratum explains it");
        assertThat(problems("verify", "--json", file.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("\"holds\":false");
    }

    @Test
    void a_broken_file_says_where(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "id: broken\nid: again\n");

        assertThat(problems("verify", file.toString())).isEqualTo(2);
        assertThat(err.toString().replace('\n', ' ')).startsWith("broken.yaml:2:3: the key 'id' stands twice");
    }

    @Test
    void shows_a_variant() {
        assertThat(problems("variant", "2022ss-6", "--seed", "7")).isZero();
        String variant = out.toString();
        assertThat(variant)
                .contains("\nVariant 7, with other numbers.\n", "./gradus check 2022ss-6 --variant 7 h1=...")
                .doesNotContain("x1 = 1, x2 = -2");
        out.getBuffer().setLength(0);
        assertThat(problems("show", "2022ss-6", "--variant", "7")).isZero();
        assertThat(out.toString()).isEqualTo(variant);
        out.getBuffer().setLength(0);
        assertThat(problems("variant", "2022ss-6", "--seed", "7", "--json")).isZero();
        assertThat(out.toString()).contains("\"variant\":\"7\"");
    }

    @Test
    void stresses_variants() {
        assertThat(problems("stress", "2020mock-III", "L7-xavier", "--seeds", "5"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "2020mock-III   5 variants", "L7-xavier      5 variants", "a rule of the problem does not hold")
                .contains("10 variants of 2 problems, 8 of them different; slips that earn a mark: 0.");
    }

    @Test
    void says_when_no_numbers_are_fit_to_be_set(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("never.yaml");
        Files.writeString(file, """
                id: never
                title: Never
                source: made up
                statement: Add.
                given: {inputs: {a: 2, b: 3}}
                forward: {s: a + b}
                parts: [{id: "1", ask: Add., answers: {s: {ask: the sum, credits: 1}}}]
                vary: {numbers: {a: 2 to 9}, rules: [a > b + 100]}
                """);
        assertThat(problems("variant", file.toString(), "--seed", "1")).isEqualTo(2);
        assertThat(err.toString().replace('\n', ' ')).startsWith("never: expected numbers that are fit to be set");
    }

    @Test
    void misuse_is_explained() {
        assertThat(problems("show", "md-42")).isEqualTo(2);
        assertThat(err.toString()).startsWith("there is no problem 'md-42'. Did you mean md-4.2?");
        assertThat(problems("show", "missing.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file 'missing.yaml'.");
        assertThat(problems("variant", "L4-reg", "--seed", "7")).isEqualTo(2);
        assertThat(err.toString().replace('\n', ' '))
                .contains("the numbers of L4-reg do not vary: its file has no section");
        assertThat(problems("variant", "md-4.2")).isEqualTo(2);
        assertThat(err.toString()).contains("--seed");
        assertThat(problems("stress", "md-4.2", "--seeds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("expected at least 1 seed but got 0.");
        assertThat(problems("stress", "L4-reg")).isEqualTo(2);
        assertThat(problems()).isEqualTo(2);
        assertThat(err.toString()).contains("expected list, show, variant, verify, stress or audit.");
    }

    @Test
    void shows_the_worked_solution_and_draws_its_graph(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("graph.svg");

        assertThat(problems("show", "2022ss-6", "--solution", "--svg", svg.toString()))
                .isZero();
        assertThat(out.toString()).contains("w11new = w11 - rate*dw11 = (-0.5) - 0.1*1.5 = -0.65\n");
        assertThat(Files.readString(svg)).startsWith("<svg").endsWith("</svg>\n");
        assertThat(problems("show", "2022ss-3", "--svg", svg.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("2022ss-3 has no graph to draw.");
    }

    @Test
    void figures_are_drawn_into_files(@TempDir Path folder) throws IOException {
        Path figure = folder.resolve("figure.svg");

        assertThat(problems("show", "2021ws-7", "--figure", figure.toString())).isZero();

        assertThat(out.toString()).contains("Figure: The training loss falls over all 25 epochs");
        assertThat(Files.readString(figure)).startsWith("<svg").contains("The training loss falls over all 25 epochs");
        assertThat(Files.readString(folder.resolve("figure-3.svg"))).contains("fall and stay low");
        assertThat(Files.exists(folder.resolve("figure-4.svg"))).isFalse();
        assertThat(problems("show", "md-4.2", "--figure", figure.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("md-4.2 has no figure to draw. Leave --figure out.");
    }

    @Test
    void prints_what_the_examiner_reaches() {
        assertThat(problems("audit", "--sheets", "50")).isZero();
        assertThat(out.toString()).contains("right sheets marked full").contains("50 of 50");
        assertThat(problems("audit", "--sheets", "5", "--json")).isZero();
        assertThat(out.toString()).contains("{\"schema\":\"gradus.audit/1\",\"holds\":true");
    }
}
