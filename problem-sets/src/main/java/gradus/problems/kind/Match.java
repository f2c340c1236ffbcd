package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.ExpressionException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pairs of a left and a right item: credits for each right pair, or for all of them together. */
public final class Match implements Kind {
    private static final Pattern JOIN = Pattern.compile("\\s*(->|\u2192|:|=)\\s*");
    private static final Pattern PAIR = Pattern.compile("[^\\s,;(){}]+");

    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Names left;
    private final Names right;
    private final Map<String, String> key;
    private final double each;

    private record Matched(Match kind, Map<String, String> pairs) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            List<String> wrong = kind.key.keySet().stream()
                    .filter(item -> !Objects.equals(kind.key.get(item), pairs.get(item)))
                    .toList();
            double earned = Math.min(credits, kind.each * (kind.key.size() - wrong.size()));
            return wrong.isEmpty()
                    ? Verdict.right(credits)
                    : new Verdict(false, earned, "Not right: " + String.join(", ", wrong) + ".");
        }

        @Override
        public boolean means(Reading other) {
            return other instanceof Matched matched && pairs.equals(matched.pairs);
        }
    }

    @JsonCreator
    public Match(
            @JsonProperty(value = "left", required = true) Map<String, String> left,
            @JsonProperty(value = "right", required = true) Map<String, String> right,
            @JsonProperty(value = "key", required = true) Map<String, String> key,
            @JsonProperty("each") @Nullable Double each) {
        this.shown.putAll(left);
        this.shown.putAll(right);
        this.left = new Names(left.keySet());
        this.right = new Names(right.keySet());
        this.key = new LinkedHashMap<>(key);
        this.each = each == null ? 0 : each;
        if (!key.keySet().equals(left.keySet()) || !right.keySet().containsAll(key.values())) {
            throw new IllegalArgumentException("expected one item of the right for each of the left");
        }
        if (shown.size() < left.size() + right.size()) {
            throw new IllegalArgumentException("expected different names on the left and on the right");
        }
    }

    @Override
    public Reading read(String given) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(JOIN.matcher(given).replaceAll("="));
        while (pair.find()) {
            int equals = pair.group().indexOf('=');
            int column = Math.min(pair.start() + 1, given.length());
            if (equals < 0) {
                throw new ExpressionException(
                        column, "expected pairs such as " + example() + " but got '" + pair.group() + "'");
            }
            String from = pair.group().substring(0, equals), to = pair.group().substring(equals + 1);
            String item = left.exact(from).orElseThrow(() -> left.unknown(from, column));
            if (pairs.put(item, right.exact(to).or(() -> byText(to)).orElseThrow(() -> right.unknown(to, column)))
                    != null) {
                throw new ExpressionException(column, "'" + item + "' stands twice");
            }
        }
        return new Matched(this, pairs);
    }

    /** The only item on the right that reads so: {@code A:0.4}. */
    private Optional<String> byText(String text) {
        List<String> found = right.known().stream()
                .filter(item -> {
                    String shownText = shown.getOrDefault(item, "");
                    return shownText.equalsIgnoreCase(text) || Words.same(Words.folded(shownText), Words.folded(text));
                })
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private String example() {
        return left.known().get(0) + ":" + right.known().get(0);
    }

    /** The items of the left with the names of those on the right that belong to them. */
    public Map<String, String> pairs() {
        return Collections.unmodifiableMap(key);
    }

    /** The names on the right. */
    public List<String> rights() {
        return right.known();
    }

    /** Credits of each right pair; 0 where all of them count together. */
    public double each() {
        return each;
    }

    @Override
    public String key() {
        return key.entrySet().stream()
                .map(pair -> pair.getKey() + ":" + pair.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String form() {
        return "pairs such as " + example();
    }

    @Override
    public Map<String, String> shown() {
        return shown;
    }

    @Override
    public void require(double credits) {
        if (each * key.size() > credits + 1e-9) {
            throw new IllegalArgumentException("expected pairs that earn no more than the answer");
        }
    }
}
