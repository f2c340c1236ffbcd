package gradus.cli;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the course's catalogue: what is taught, the type that does it, and the tests ({@code class#method}) that assert its formula
 * together. What the file leaves out is empty.
 */
@JsonPropertyOrder({"row", "name", "type", "formula", "tests"})
record CatalogueRow(String row, String name, String type, String formula, List<String> tests) {

    CatalogueRow(
            String row,
            @Nullable String name,
            @Nullable String type,
            @Nullable String formula,
            @JsonAlias("test") @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> tests) {
        this.row = row;
        this.name = Objects.requireNonNullElse(name, "");
        this.type = Objects.requireNonNullElse(type, "");
        this.formula = Objects.requireNonNullElse(formula, "");
        this.tests = tests == null ? List.of() : List.copyOf(tests);
    }

    /** What keeps this row from counting as done, as the end of a sentence. */
    Optional<String> flaw() {
        if (type.isEmpty()) {
            return Optional.of("names no type");
        }
        if (!isThere()) {
            return Optional.of("names the type %s, which does not exist".formatted(type));
        }
        return tests.isEmpty() ? Optional.of("names no test") : Optional.empty();
    }

    private boolean isThere() {
        try {
            Class.forName(type, false, CatalogueRow.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
