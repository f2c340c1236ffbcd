package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.read();

    static List<CatalogueRow> rows() {
        return Catalogue.read().rows();
    }

    @Test
    void every_row_that_is_not_left_out_comes_once_and_in_order() {
        assertThat(catalogue.rows()).extracting(CatalogueRow::row).containsExactlyElementsOf(catalogue.expected());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_names_its_type_and_tests_that_run(CatalogueRow row) {
        assertThat(row.flaw()).isEmpty();
        assertThat(row.name()).isNotBlank();
        assertThat(row.formula()).isNotBlank();
        assertThat(row.tests()).doesNotHaveDuplicates();
        for (String test : row.tests()) {
            String[] parts = test.split("#", -1);
            assertThat(TestSource.methods(parts[0])).contains(parts[1]);
        }
    }

    @Test
    void only_a_test_that_runs_counts_as_one() {
        assertThat(TestSource.methods("gradus.reference.dense.JacobianTest"))
                .contains("the_gradient_of_w_is_the_sum_over_its_whole_jacobian")
                .doesNotContain("slopes", "drawn");
    }

    @Test
    void what_is_left_out_exists_and_comes_in_order_with_its_reason() {
        List<String> all =
                catalogue.sections().stream().flatMap(Catalogue.Section::ids).toList();

        assertThat(all).hasSize(252).containsSubsequence(catalogue.leftOut().keySet());
        assertThat(catalogue.leftOut().values()).noneMatch(String::isBlank);
    }

    @Test
    void what_is_left_out_is_named_in_the_readme() throws IOException {
        String text = Readme.between("reference/README.md", "## What is left out", "\n## ");
        String ids = Pattern.compile("([A-K])(\\d+) to [A-K](\\d+)")
                .matcher(text)
                .replaceAll(range -> IntStream.rangeClosed(
                                Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)))
                        .mapToObj(i -> range.group(1) + i)
                        .collect(Collectors.joining(" ")));

        assertThat(ids.split("\\W+")).containsAll(catalogue.leftOut().keySet());
    }

    @Test
    void a_row_that_is_neither_there_nor_left_out_is_missing() {
        for (int i : List.of(0, 100, catalogue.rows().size() - 1)) {
            List<CatalogueRow> rows = new ArrayList<>(catalogue.rows());
            String id = rows.remove(i).row();

            assertThat(new Catalogue(catalogue.sections(), catalogue.leftOut(), rows).missing())
                    .containsExactly("Row " + id + " is in the catalogue neither under rows nor under leftOut.");
        }
    }
}
