package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Sequence;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.formula.Numbers;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any numbers that fulfil some rules, which may speak of the problem's given numbers, too. */
public final class Condition implements Kind {
    private static final Pattern NAMED =
            Pattern.compile("\\s*([\\p{L}][\\p{L}\\p{N}_]*)\\s*[=:]\\s*([^\\s,;=:]+)\\s*[,;]?");

    private final List<String> entries;
    private final String key;
    private final List<Rule> rules;
    private final Map<String, Tensor> given;

    private record Numbered(Condition kind, Map<String, Tensor> values) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            Map<String, Tensor> all = new LinkedHashMap<>(kind.given);
            all.putAll(values);
            List<Rule> broken =
                    kind.rules.stream().filter(rule -> !rule.isFulfilled(all)).toList();
            double earned = kind.rules.stream().mapToDouble(Rule::credits).sum()
                    - broken.stream().mapToDouble(Rule::credits).sum();
            return broken.isEmpty()
                    ? Verdict.right(credits)
                    : new Verdict(false, Math.min(credits, earned), sentence(broken.get(0)));
        }

        private static String sentence(Rule rule) {
            String said = rule.otherwise().isEmpty() ? rule.holds() + " does not hold" : rule.otherwise();
            return Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
        }

        @Override
        public boolean means(Reading other) {
            return other instanceof Numbered numbered
                    && values.entrySet().stream()
                            .allMatch(entry -> isNear(entry.getValue(), numbered.values, entry.getKey()));
        }

        private static boolean isNear(Tensor value, Map<String, Tensor> others, String name) {
            Tensor other = others.get(name);
            return other != null && Math.abs(value.sum() - other.sum()) < 1e-9;
        }
    }

    @JsonCreator
    public Condition(
            @JsonProperty(value = "entries", required = true) List<String> entries,
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty(value = "rules", required = true) List<Rule> rules) {
        this(entries, key, rules, Map.of());
        read(key);
    }

    private Condition(List<String> entries, String key, List<Rule> rules, Map<String, Tensor> given) {
        this.entries = List.copyOf(entries);
        this.key = key;
        this.rules = List.copyOf(rules);
        this.given = Map.copyOf(given);
    }

    @Override
    public Kind over(Map<String, Tensor> numbers) {
        Condition over = new Condition(entries, key, rules, numbers);
        if (!over.read(key).verdict(1).right()) {
            throw new IllegalArgumentException("expected a key that fulfils the rules but got " + key);
        }
        return over;
    }

    @Override
    public Reading read(String text) {
        Map<String, Tensor> named = named(text);
        return new Numbered(this, named.isEmpty() ? listed(text) : named);
    }

    /** {@code k=5 s=1 p=2}, in any order. */
    private Map<String, Tensor> named(String text) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Matcher pair = NAMED.matcher(text);
        int end = 0;
        while (pair.find() && pair.start() == end && entries.contains(pair.group(1))) {
            values.put(pair.group(1), number(ExpressionParser.answer(pair.group(2), Set.of())));
            end = pair.end();
        }
        return end == text.length() && values.keySet().containsAll(entries) ? values : Map.of();
    }

    private Map<String, Tensor> listed(String text) {
        Expression list = ExpressionParser.answer(bracketed(text), Set.of());
        List<Expression> parts = list instanceof Sequence sequence ? sequence.entries() : List.of(list);
        if (parts.size() != entries.size()) {
            throw new ExpressionException(
                    1,
                    "expected " + entries.size() + " numbers, " + String.join(", ", entries) + ", but got "
                            + parts.size());
        }
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(entries.get(i), number(parts.get(i)));
        }
        return values;
    }

    /** Brackets keep a comma between two digits from being a decimal comma. */
    private String bracketed(String text) {
        return entries.size() == 1 || text.strip().matches("(?s)[\\[({].*") ? text : "[" + text + "]";
    }

    private static Tensor number(Expression expression) {
        int column = Math.max(1, expression.column());
        try {
            Tensor value = Numbers.value(expression, Map.of());
            if (value.rank() == 0 && Double.isFinite(value.sum())) {
                return value;
            }
        } catch (ShapeException e) {
            throw new ExpressionException(column, String.valueOf(e.getMessage()));
        }
        throw new ExpressionException(column, "expected a number");
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String form() {
        return entries.size() == 1 ? "a number" : "numbers for " + String.join(", ", entries) + ", separated by commas";
    }

    @Override
    public void require(double credits) {
        if (rules.stream().mapToDouble(Rule::credits).sum() > credits + 1e-9) {
            throw new IllegalArgumentException("expected rules that earn no more than the answer");
        }
    }
}
