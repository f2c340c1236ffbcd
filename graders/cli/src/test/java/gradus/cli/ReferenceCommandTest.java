package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReferenceCommandTest {
    private final Catalogue catalogue = Catalogue.read();

    @Test
    void the_table_fits_a_terminal_without_colours_and_says_that_nothing_is_missing() {
        Screen screen = Screen.of("reference");

        assertThat(screen.code()).isZero();
        assertThat(screen.err()).isEmpty();
        assertThat(screen.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(screen.out())
                .doesNotContain("\u001b")
                .endsWith("%d rows, none missing. What is left out, and why, is in reference/README.md.\n"
                        .formatted(catalogue.rows().size()));
    }

    @Test
    void the_table_has_row_name_type_and_tests() {
        assertThat(Screen.of("reference").out()).contains("""

                Layers and activations
                A1   Affine                                    dense.Affine
                     dense.AffineTest#works_out_the_example_of_the_note
                """, """
                A9   Parametric ReLU, one slope for all or one for each channel
                                                               activation.ParametricRelu
                     activation.ParametricReluTest#works_out_one_slope_for_all_by_hand
                     activation.ParametricReluTest#works_out_a_slope_for_each_channel_by_hand
                """, """
                A18  Softmax                                   activation.Softmax
                     activation.SoftmaxTest#works_out_the_example_of_the_lecture
                     activation.SoftmaxJacobianTest
                       #backward_is_a_product_with_the_jacobian_of_each_row
                """);
    }

    @Test
    void the_table_cuts_nothing_off() {
        String table = Screen.of("reference").out().replaceAll("\\s+#", "#");

        for (CatalogueRow row : catalogue.rows()) {
            assertThat(table).contains(row.name(), shortened(row.type()));
            assertThat(row.tests()).allSatisfy(test -> assertThat(table).contains(shortened(test)));
        }
    }

    private static String shortened(String name) {
        return name.replaceFirst("^gradus\\.(reference\\.)?", "");
    }

    @Test
    void json_has_the_same_keys_of_the_same_kind_in_every_row() throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(Screen.of("reference", "--json").out());

        assertThat(all).hasSize(catalogue.rows().size()).allSatisfy(row -> {
            assertThat(row.fieldNames()).toIterable().containsExactly("row", "name", "type", "formula", "tests");
            assertThat(List.of("row", "name", "type", "formula"))
                    .allMatch(key -> row.get(key).isTextual());
            assertThat(row.get("tests").isArray()).isTrue();
        });
        assertThat(all.get(0).get("row").asText()).isEqualTo("A1");
        assertThat(all.get(0).get("type").asText()).isEqualTo("gradus.reference.dense.Affine");
        assertThat(all.get(0).get("tests")).hasSize(1);
        assertThat(all.get(3).get("tests")).hasSize(2);
    }

    @Test
    void rows_without_type_or_test_and_rows_that_are_not_there_make_it_fail() {
        String type = "gradus.reference.loss.Huber";
        List<String> tests = List.of("gradus.reference.loss.HuberTest#some");
        List<CatalogueRow> rows = List.of(
                new CatalogueRow("B1", "one", type, "", tests),
                new CatalogueRow("B2", "two", null, "", tests),
                new CatalogueRow("B3", "three", "gradus.reference.loss.None", "", tests),
                new CatalogueRow("B4", "four", type, "", null));
        Catalogue flawed =
                new Catalogue(List.of(new Catalogue.Section("B", "Losses", 6)), Map.of("B5", "is only named"), rows);

        Screen screen = screen(flawed);

        assertThat(screen.code()).isEqualTo(3);
        assertThat(screen.out()).endsWith("\n4 rows, 4 missing or incomplete.\n");
        assertThat(screen.err()).isEqualToNormalizingNewlines("""
                Row B2 names no type.
                Row B3 names the type gradus.reference.loss.None, which does not exist.
                Row B4 names no test.
                Row B6 is in the catalogue neither under rows nor under leftOut.
                """);
        assertThat(screen(flawed, "--json").code()).isEqualTo(3);
        assertThat(screen(flawed, "--json").err()).isEqualTo(screen.err());
    }

    private static Screen screen(Catalogue catalogue, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new ReferenceCommand(() -> catalogue))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Screen(code, out.toString(), err.toString());
    }
}
