package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    void every_row_has_its_type_and_its_tests(CatalogueRow row) throws IOException {
        assertThat(row.isThere()).as(row.type()).isTrue();
        assertThat(row.test()).isNotEmpty().doesNotHaveDuplicates();
        for (String test : row.test()) {
            String type = test.replaceFirst("#.*", "");
            String method = test.replaceFirst(".*#", "");
            assertThat(source(type)).as(test).contains(" " + method + "(");
        }
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
                .isSortedAccordingTo(
                        Comparator.comparing((CatalogueRow row) -> row.row().charAt(0))
                                .thenComparing(row -> Integer.parseInt(row.row().substring(1))));
    }

    /** The rows of the catalogue that the course teaches in full or gives a formula for, and those that it works out. */
    @Test
    void every_row_that_is_taught_is_there() {
        String taught = """
                A1-15 A17-18 A20-30 A32-33 A35-37 A40
                B1-11 B13 B15 B17
                C1-11 C13-15 C17-23
                D1-12 D14-15 D17-19 D22-28 D30
                E1-7 E9-12 E14-15 E17-20 E22
                F1-4 F6 F11-12
                G1-4 G6-23 G26
                H1-5 H7-9 H12-14 H16-17
                I1-3 I5
                J1-32
                """;

        assertThat(rows()).extracting(CatalogueRow::row).containsAll(expanded(taught));
    }

    /** A1-A3 as A1, A2, A3. */
    private static List<String> expanded(String ranges) {
        return Pattern.compile("([A-J])(\\d+)(?:-(\\d+))?")
                .matcher(ranges)
                .results()
                .flatMap(range -> numbers(range).mapToObj(i -> range.group(1) + i))
                .toList();
    }

    private static IntStream numbers(MatchResult range) {
        String last = range.group(3) == null ? range.group(2) : range.group(3);
        return IntStream.rangeClosed(Integer.parseInt(range.group(2)), Integer.parseInt(last));
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
