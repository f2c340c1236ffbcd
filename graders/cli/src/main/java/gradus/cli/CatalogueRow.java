package gradus.cli;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A row of the course's catalogue: what is taught, the type that does it, and the test ({@code class#method}) that asserts its formula, or
 * the tests that do so together.
 */
record CatalogueRow(
        String row,
        String name,
        String formula,
        String type,

        @JsonFormat(with = {Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY, Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED})
        List<String> test) {
    private static final String FILE = "/gradus/reference/catalogue.yaml";

    /** All rows, in the catalogue's order. */
    static List<CatalogueRow> all() {
        try (InputStream file = Objects.requireNonNull(CatalogueRow.class.getResourceAsStream(FILE), FILE)) {
            return YAMLMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.".formatted(FILE), e);
        }
    }

    /** Whether the type is there. */
    boolean isThere() {
        try {
            Class.forName(type, false, CatalogueRow.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The type's name without what all of them share. */
    String place() {
        return type.replaceFirst("^gradus\\.(reference\\.)?", "");
    }
}
