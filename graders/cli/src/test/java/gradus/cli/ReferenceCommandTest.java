package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceCommandTest {
    private static final List<String> MODULES = List.of("layers", "demos", "tensor", "vector");

    static List<CatalogueRow> rows() {
        return CatalogueRow.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_has_its_type_and_its_test(CatalogueRow row) throws IOException {
        String type = row.test().replaceFirst("#.*", "");
        String method = row.test().replaceFirst(".*#", "");

        assertThat(row.isThere()).as(row.type()).isTrue();
        assertThat(source(type)).contains(" " + method + "(");
    }

    private static String source(String test) throws IOException {
        String file = "src/test/java/" + test.replace('.', '/') + ".java";
        Path path = MODULES.stream()
                .map(module -> Path.of("../../reference", module, file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test " + test));
        return Files.readString(path);
    }

    @Test
    void rows_come_once_and_in_order() {
        assertThat(rows()).extracting(CatalogueRow::row).doesNotHaveDuplicates();
        assertThat(rows())
                .isSortedAccordingTo(Comparator.comparing((CatalogueRow row) -> row.row().charAt(0))
                        .thenComparing(row -> Integer.parseInt(row.row().substring(1))));
    }

    @Test
    void every_row_that_is_taught_in_full_is_there() {
        assertThat(Stream.of("A1", "A40", "B17", "C23", "D30", "E22", "F12", "G23", "H17", "I5"))
                .isSubsetOf(rows().stream().map(CatalogueRow::row).toList());
    }

    @Test
    void the_table_fits_a_terminal_and_says_that_nothing_is_missing() {
        Screen screen = Screen.of("reference");

        assertThat(screen.code()).isZero();
        assertThat(screen.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(screen.out()).endsWith(rows().size() + " rows, none missing.\n");
    }

    @Test
    void json_names_row_and_type() throws IOException {
        JsonNode first = new ObjectMapper()
                .readTree(Screen.of("reference", "--json").out())
                .get(0);

        assertThat(first.get("row").asText()).isEqualTo("A1");
        assertThat(first.get("type").asText()).isEqualTo("gradus.reference.dense.Affine");
    }
}
