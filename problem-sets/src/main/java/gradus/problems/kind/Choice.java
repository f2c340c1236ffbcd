package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Any subset of the options, all or nothing; the right one may be empty. */
public final class Choice implements Kind {
    private final Map<String, String> options;
    private final Names names;
    private final Set<String> ignored;
    private final Set<String> key;

    private record Chosen(Set<String> letters, Set<String> key) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            return Verdict.of(letters.equals(key), credits);
        }

        @Override
        public boolean means(Reading other) {
            return equals(other);
        }
    }

    @JsonCreator
    public Choice(
            @JsonProperty(value = "options", required = true) Map<String, String> options,
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty("ignore") @Nullable String ignore) {
        this.options = new LinkedHashMap<>(options);
        this.names = new Names(options.keySet());
        this.ignored = ignore == null ? Set.of() : Set.copyOf(names.list(ignore));
        this.key = named(key);
    }

    @Override
    public Reading read(String given) {
        return new Chosen(named(given), key);
    }

    private Set<String> named(String text) {
        Set<String> letters = new TreeSet<>(Words.isNone(text) ? List.of() : names.list(text));
        letters.removeAll(ignored);
        return letters;
    }

    /** The letters of the options that are right; may be empty. */
    public Set<String> letters() {
        return new TreeSet<>(key);
    }

    /** The letters that do not count. */
    public Set<String> ignored() {
        return ignored;
    }

    /** The letters that an answer names. */
    public Set<String> letters(Reading reading) {
        return reading instanceof Chosen chosen ? chosen.letters() : Set.of();
    }

    /** The same options in another order, lettered a, b, c, ... afresh. */
    public Choice ordered(List<String> order) {
        Map<String, String> fresh = new LinkedHashMap<>();
        order.forEach(letter -> fresh.put(Letters.at(fresh.size()), Objects.requireNonNull(options.get(letter))));
        return new Choice(
                fresh, Letters.translated(key, order), ignored.isEmpty() ? null : Letters.translated(ignored, order));
    }

    @Override
    public String key() {
        return key.isEmpty() ? "none" : String.join(", ", key);
    }

    @Override
    public String form() {
        return "letters of all that hold, such as "
                + String.join(
                        "", names.known().subList(0, Math.min(2, names.known().size()))) + "; none";
    }

    @Override
    public Map<String, String> shown() {
        return options;
    }
}
