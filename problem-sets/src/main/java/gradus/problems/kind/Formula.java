package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.expression.Symbols;
import gradus.problems.formula.Equality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A formula over symbols, right if it equals the key at random points. */
public final class Formula implements Kind {
    private static final Pattern SIDE = Pattern.compile("^[^=]{1,40}=(?!=)");

    private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_\u02b9]*");

    private final Set<String> functions;
    private final Symbols symbols;
    private final Equality equality;
    private final String text;
    private final Expression key;
    private final String follows;
    private final Set<String> extra;

    private record Written(Formula kind, Expression formula) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            return kind.equality.holds(formula, kind.key)
                    ? Verdict.right(credits)
                    : Verdict.wrong(kind.equality.misfit(formula, kind.key));
        }

        @Override
        public boolean means(Reading other) {
            return other instanceof Written written && kind.equality.holds(formula, written.formula);
        }
    }

    @JsonCreator
    public Formula(
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty(value = "names", required = true) Map<String, String> names,
            @JsonProperty("functions") @Nullable List<String> functions,
            @JsonProperty("also") @Nullable Map<String, String> also,
            @JsonProperty("follows") @Nullable String follows) {
        Map<String, String> domains = new LinkedHashMap<>();
        names.forEach((name, domain) -> domains.put(Symbols.canonical(name), domain));
        this.functions = functions == null ? Set.of() : Set.copyOf(functions);
        this.symbols = new Symbols(names.keySet(), this.functions, also == null ? Map.of() : also);
        this.equality = new Equality(domains);
        this.text = key;
        this.key = parsed(key);
        this.follows = follows == null ? "" : follows;
        equality.require(this.key);
        this.extra = extra();
    }

    /** Names that only what follows from earlier answers needs; a student is not told of them. */
    private Set<String> extra() {
        Matcher name = NAME.matcher(Symbols.canonical(follows));
        Set<String> extra = new TreeSet<>();
        while (name.find()) {
            extra.add(name.group());
        }
        extra.removeAll(key.names());
        return extra;
    }

    @Override
    public Reading read(String given) {
        return new Written(this, parsed(given));
    }

    /** A left-hand side may stand before the formula. */
    private Expression parsed(String given) {
        int start = 0;
        Matcher side = SIDE.matcher(given);
        if (side.find()) {
            start = side.end();
        }
        try {
            return ExpressionParser.symbolic(given.substring(start), symbols);
        } catch (ExpressionException e) {
            throw new ExpressionException(Math.min(start + e.column(), given.length() + 1), e.complaint());
        }
    }

    /** The earlier answers that a formula follows from, in words; empty if it does not, or if nothing was left to do. */
    public Optional<String> followed(Reading reading, Map<String, Reading> earlier) {
        Map<String, Expression> own = new LinkedHashMap<>();
        earlier.forEach((id, read) -> {
            if (read instanceof Written written) {
                own.put(id, written.formula());
            }
        });
        Set<String> known = new TreeSet<>(symbols.names());
        known.addAll(own.keySet());
        if (follows.isEmpty()) {
            return Optional.empty();
        }
        try {
            Expression formula = ExpressionParser.symbolic(follows, new Symbols(known, functions, Map.of()));
            own.keySet().retainAll(formula.names());
            Written carried = new Written(
                    this, formula.map(part -> part instanceof Name name ? own.getOrDefault(name.name(), part) : part));
            boolean trivial = isTrivial(carried, own);
            return reading.means(carried) && !trivial
                    ? Optional.of(String.join(" and ", own.keySet()))
                    : Optional.empty();
        } catch (ExpressionException e) {
            return Optional.empty(); // an earlier answer is missing
        }
    }

    private boolean isZero(Expression formula) {
        return equality.holds(Expression.apply("+", formula, formula), formula);
    }

    /** Whether it is zero or follows from zero, or is nothing but an earlier answer or a given quantity. */
    private boolean isTrivial(Written carried, Map<String, Expression> own) {
        return isZero(carried.formula())
                || own.values().stream().anyMatch(each -> isZero(each) || equality.holds(each, carried.formula()))
                || symbols.names().stream()
                        .map(name -> new Name(name, 0))
                        .anyMatch(name -> equality.knows(name.name())
                                && equality.holds(name, carried.formula())
                                && !equality.holds(name, key));
    }

    /** The key as a tree. */
    public Expression expression() {
        return key;
    }

    @Override
    public String key() {
        return text;
    }

    @Override
    public String form() {
        return Stream.concat(
                        symbols.names().stream().filter(name -> !extra.contains(name)),
                        functions.stream().sorted().map(name -> name + "(...)"))
                .collect(Collectors.joining(", ", "a formula that may use ", ""))
                .replace('\u02b9', '\'');
    }
}
