package gradus.problems.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The symbols of a formula on paper. Names may be run together ({@code wx} is w times x where no wx is known), indexed
 * with or without underscore, and primed where a function or a primed name is known; derivatives such as {@code dL/dy} are
 * one name where {@code dL_dy} is known.
 */
public final class Symbols {
    /** A prime as a letter, so that {@code f'} is one name and the rest of the apostrophes transpose. */
    private static final char PRIME = '\u02b9';

    /** The inverse of a matrix. */
    public static final String INVERSE = "inv";

    /** Sums along the first and along the second axis. */
    public static final List<String> SUMS = List.of("colsum", "rowsum");

    private static final String ONES = "ones";
    private static final Pattern ALONG = Pattern.compile(
            "(?:\\bsum\\(\\s*([\\p{L}\\p{N}_]+)\\s*,|\\b([\\p{L}\\p{N}_]+)\\.sum\\()\\s*(?:axis\\s*=\\s*)?([01])\\s*\\)");
    private static final Pattern PRIMED = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_]*)('+)");
    private static final Pattern DERIVATIVE = Pattern.compile("\\b(d[\\p{L}\\p{N}_]+)\\s*/\\s*(d[\\p{L}\\p{N}_]+)");
    private static final Pattern APPLIED = Pattern.compile(
            "((?:nabla\\s*|\\bd(?=[A-Z]))?[\\p{L}][\\p{L}\\p{N}_]*\u02b9*)\\(\\s*([\\p{L}][\\p{L}\\p{N}_]*)\\s*\\)");
    private static final int LONGEST_RUN = 20;

    private final Set<String> names;
    private final Set<String> functions;
    private final Map<String, String> also;

    /** Names and functions as the file writes them, and other names for them. */
    public Symbols(Set<String> names, Set<String> functions, Map<String, String> also) {
        this.names = names.stream().map(Symbols::canonical).collect(Collectors.toCollection(TreeSet::new));
        this.functions = functions.stream().map(Symbols::canonical).collect(Collectors.toSet());
        this.also = also.entrySet().stream()
                .collect(Collectors.toMap(e -> canonical(e.getKey()), e -> canonical(e.getValue())));
    }

    /** A name as formulas hold it: Greek letters spelt out, primes as letters. */
    public static String canonical(String name) {
        return Notation.plain(name).strip().replace('\'', PRIME);
    }

    /** All names, canonical. */
    public Set<String> names() {
        return names;
    }

    /** How often a function is differentiated: {@code f''} twice. */
    public static int order(String function) {
        return (int) function.chars().filter(c -> c == PRIME).count();
    }

    /** A function without its primes. */
    public static String base(String function) {
        return function.replace(String.valueOf(PRIME), "");
    }

    /** Whether this is a function of the file, or a derivative of one or of a usual activation. */
    public boolean isFunction(String name) {
        String base = base(name);
        return name.equals(INVERSE)
                || SUMS.contains(name)
                || functions.contains(base)
                || (order(name) > 0 && Operators.isActivation(base));
    }

    List<Token> tokens(String text) {
        String plain = PRIMED.matcher(Notation.plain(text)).replaceAll(this::primed);
        plain = DERIVATIVE.matcher(plain).replaceAll(this::derivative);
        plain = APPLIED.matcher(plain).replaceAll(this::applied);
        plain = ALONG.matcher(plain).replaceAll(Symbols::along);
        List<Token> tokens = new ArrayList<>();
        for (Token token : Lexer.read(plain, false)) {
            if (token.kind() == Token.Kind.NAME) {
                resolved(token, tokens);
            } else if (token.is("'")) {
                tokens.add(new Token(Token.Kind.SYMBOL, "^", token.column(), false));
                tokens.add(new Token(Token.Kind.NAME, "T", token.column(), false));
            } else {
                tokens.add(token);
            }
        }
        return names.contains(ONES) ? withOnes(tokens) : tokens;
    }

    /** {@code 1^T dY} sums columns: this 1 is a vector. */
    private static List<Token> withOnes(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token one = tokens.get(i);
            if (one.text().equals("1")
                    && tokens.get(i + 1).is("^")
                    && tokens.get(i + 2).text().equals("T")) {
                tokens.set(i, new Token(Token.Kind.NAME, ONES, one.column(), one.spaced()));
            }
        }
        return tokens;
    }

    private static String along(MatchResult match) {
        String name = match.group(1) == null ? match.group(2) : match.group(1);
        return SUMS.get(Integer.parseInt(match.group(3))) + "(" + name + ")";
    }

    private String primed(MatchResult match) {
        String name = match.group().replace('\'', PRIME);
        return known(name).isPresent() ? name : Matcher.quoteReplacement(match.group());
    }

    /** A derivative that is a name of its own needs no argument: {@code f'(w)} is f' where f' is a number. */
    private String applied(MatchResult match) {
        String name = match.group(1).replaceAll("\\s", "");
        boolean derivative = order(name) > 0 || name.startsWith("nabla") || (name.startsWith("d") && name.length() > 1);
        boolean single = known(name).filter(known -> !isFunction(known)).isPresent()
                && known(match.group(2)).filter(known -> !isFunction(known)).isPresent();
        return Matcher.quoteReplacement(derivative && single ? name + " " : match.group());
    }

    private String derivative(MatchResult match) {
        String name = match.group(1) + "_" + match.group(2);
        return known(name).orElse(Matcher.quoteReplacement(match.group()));
    }

    private void resolved(Token token, List<Token> tokens) {
        boolean exponent = token.text().startsWith("T")
                && !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).is("^")
                && known(token.text()).isEmpty();
        List<String> run = exponent ? transposed(token.text().substring(1)) : run(token.text());
        for (int i = 0; i < run.size(); i++) {
            tokens.add(new Token(Token.Kind.NAME, run.get(i), token.column(), i == 0 && token.spaced()));
        }
    }

    /** The T of a transpose, and what follows it without a space. */
    private List<String> transposed(String rest) {
        return rest.isEmpty()
                ? List.of("T")
                : Stream.concat(Stream.of("T"), run(rest).stream()).toList();
    }

    /** The known names that a name is made of; itself if there are none. */
    private List<String> run(String name) {
        Optional<String> known = known(name);
        if (known.isPresent() || Operators.isFunction(name) || Operators.isConstant(name)) {
            return List.of(known.orElse(name));
        }
        return name.length() > LONGEST_RUN ? List.of(name) : split(name).orElse(List.of(name));
    }

    private Optional<List<String>> split(String run) {
        if (run.isEmpty()) {
            return Optional.of(List.of());
        }
        for (int end = run.length(); end > 0; end--) {
            Optional<String> first = known(run.substring(0, end));
            if (first.isPresent()) {
                Optional<List<String>> rest = split(run.substring(end));
                if (rest.isPresent()) {
                    return Optional.of(Stream.concat(Stream.of(first.get()), rest.get().stream())
                            .toList());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> known(String name) {
        return exactly(name).or(() -> exactly(name.replace("_", ""))).or(() -> {
            List<String> folded = Stream.concat(names.stream(), also.keySet().stream())
                    .filter(each -> each.replace("_", "").equalsIgnoreCase(name.replace("_", "")))
                    .toList();
            return folded.size() == 1 ? exactly(folded.get(0)) : Optional.empty();
        });
    }

    private Optional<String> exactly(String name) {
        String target = also.getOrDefault(name, name);
        if (names.contains(target) || isFunction(target)) {
            return Optional.of(target);
        }
        return base(name).equals("sigma")
                ? Optional.of("sigmoid" + name.substring("sigma".length()))
                : Optional.empty();
    }
}
