package gradus.problems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.kind.Formula;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A misprint of a place that no problem concerns; of a value, the printed formula and the right one must differ. */
public final class LooseErratum {
    private final Erratum erratum;
    private final @Nullable Formula computed;
    private final String printed;

    @JsonCreator
    LooseErratum(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "kind", required = true) Erratum.Kind kind,
            @JsonProperty(value = "where", required = true) String where,
            @JsonProperty(value = "prints", required = true) String prints,
            @JsonProperty(value = "right", required = true) String right,
            @JsonProperty("treatment") @Nullable String treatment,
            @JsonProperty("printed") @Nullable String printed,
            @JsonProperty("computed") @Nullable String computed,
            @JsonProperty("names") @Nullable Map<String, String> names) {
        if ((kind == Erratum.Kind.VALUE) != (printed != null && computed != null)) {
            throw new IllegalArgumentException("expected 'printed' and 'computed' for a value, and only there: " + id);
        }
        this.erratum = new Erratum(
                id, kind, where, prints, right, Objects.requireNonNullElse(treatment, ""), Map.of(), Map.of());
        this.printed = Objects.requireNonNullElse(printed, "");
        this.computed = computed == null
                ? null
                : new Formula(computed, Objects.requireNonNullElse(names, Map.of()), null, null, null);
        if (this.computed != null) {
            this.computed.read(this.printed);
        }
    }

    /** What is misprinted, and where. */
    public Erratum erratum() {
        return erratum;
    }

    /** Whether it is a value that does not differ any more. */
    public boolean isStale() {
        return Optional.ofNullable(computed)
                .map(formula -> formula.read(printed).verdict(1).right())
                .orElse(false);
    }
}
