package gradus.cli;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the course teaches.
 *
 * @param sections how many rows there are under each letter
 * @param leftOut the rows that have no type, with the reason
 * @param rows all others
 */
record Catalogue(List<Section> sections, Map<String, String> leftOut, List<CatalogueRow> rows) {
    private static final String FILE = "/gradus/reference/catalogue.yaml";

    /** The rows under a letter: A1, A2 and so on. */
    record Section(String letter, String title, int rows) {
        Stream<String> ids() {
            return IntStream.rangeClosed(1, rows).mapToObj(number -> letter + number);
        }
    }

    static Catalogue read() {
        try (InputStream file = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE), FILE)) {
            return YAMLMapper.builder().build().readValue(file, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.".formatted(FILE), e);
        }
    }

    /** The rows that must have a type, in order. */
    List<String> expected() {
        return sections.stream()
                .flatMap(Section::ids)
                .filter(id -> !leftOut.containsKey(id))
                .toList();
    }

    /** A sentence for each row that must have a type and its tests, and does not. */
    List<String> missing() {
        Map<String, CatalogueRow> there = rows.stream()
                .collect(Collectors.toMap(CatalogueRow::row, Function.identity(), (first, second) -> first));
        return expected().stream()
                .flatMap(id -> flaw(there, id).map(flaw -> "Row " + id + " " + flaw + ".").stream())
                .toList();
    }

    private static Optional<String> flaw(Map<String, CatalogueRow> there, String id) {
        CatalogueRow row = there.get(id);
        return row == null ? Optional.of("is in the catalogue neither under rows nor under leftOut") : row.flaw();
    }
}
