package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of several options, by its name or its text. */
public final class Pick implements Kind {
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
                .orElseThrow(() -> names.unknown(text.strip(), 1));
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
