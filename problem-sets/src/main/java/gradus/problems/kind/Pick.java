package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One of several options, by its name or its text. */
public final class Pick implements Kind {
    private static final int SHORTEST_PART = 4;

    private final Map<String, String> options;
    private final Names names;
    private final String key;

    private record Picked(String name, String key) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            return Verdict.of(name.equals(key), credits);
        }

        @Override
        public boolean means(Reading other) {
            return equals(other);
        }
    }

    @JsonCreator
    public Pick(
            @JsonProperty(value = "options", required = true) Map<String, String> options,
            @JsonProperty(value = "key", required = true) String key) {
        this.options = new LinkedHashMap<>(options);
        this.names = new Names(options.keySet());
        this.key = name(key);
    }

    @Override
    public Reading read(String given) {
        return new Picked(name(given), key);
    }

    private String name(String text) {
        String folded = Words.folded(text);
        return names.exact(text.strip())
                .or(() -> options.entrySet().stream()
                        .filter(option -> Words.same(folded, Words.folded(option.getValue()))
                                || folded.equals(Words.folded(option.getKey())))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .or(() -> byLetter(text.strip()))
                .or(() -> byPart(folded))
                .orElseThrow(() -> names.unknown(text.strip(), 1));
    }

    /** a, b, c stand for the options in their order, where no option is called so. */
    private Optional<String> byLetter(String text) {
        String letter = text.replaceAll("[().]", "").toLowerCase(Locale.ROOT);
        int place = letter.length() == 1 ? letter.charAt(0) - 'a' : -1;
        return place >= 0 && place < options.size() ? Optional.of(names.known().get(place)) : Optional.empty();
    }

    /** The only option whose text holds these words. */
    private Optional<String> byPart(String folded) {
        List<String> found = folded.length() < SHORTEST_PART
                ? List.of()
                : options.entrySet().stream()
                        .filter(option -> Words.folded(option.getKey() + " " + option.getValue())
                                .contains(folded))
                        .map(Map.Entry::getKey)
                        .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String form() {
        return "one of " + String.join(", ", names.known());
    }

    @Override
    public Map<String, String> shown() {
        return options;
    }
}
