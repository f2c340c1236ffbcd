package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.ExpressionException;
import java.util.Locale;
import java.util.Set;

/** True or false, yes or no. */
public final class Truth implements Kind {
    private static final Set<String> TRUE = Set.of("true", "yes", "y", "t", "right", "wahr", "ja", "j", "w", "richtig");
    private static final Set<String> FALSE = Set.of("false", "no", "n", "f", "wrong", "falsch", "nein");

    private final boolean key;

    private record Said(boolean value, boolean key) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            return Verdict.of(value == key, credits);
        }

        @Override
        public boolean means(Reading other) {
            return equals(other);
        }
    }

    @JsonCreator
    public Truth(@JsonProperty(value = "key", required = true) String key) {
        this.key = value(key);
    }

    @Override
    public Reading read(String given) {
        return new Said(value(given), key);
    }

    private static boolean value(String text) {
        String word = text.strip().replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT);
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return TRUE.contains(word);
        }
        throw new ExpressionException(1, "expected true or false but got '" + text.strip() + "'");
    }

    /** Whether the statement is true. */
    public boolean isTrue() {
        return key;
    }

    @Override
    public String key() {
        return key ? "true" : "false";
    }

    @Override
    public String form() {
        return "true or false";
    }
}
