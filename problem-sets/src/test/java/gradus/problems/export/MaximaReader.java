package gradus.problems.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the few words of Maxima that the export writes: numbers, truth, texts, lists and sets. */
final class MaximaReader {
    static final String EMPTY = "EMPTYANSWER";
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|\\d+(?:\\.\\d+)?|%?[A-Za-z_][A-Za-z0-9_]*|:=|<=|>=|[-+*/^()\\[\\]{},;:=<>])");
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("float", x -> x),
            Map.entry("abs", Math::abs),
            Map.entry("exp", Math::exp),
            Map.entry("log", Math::log),
            Map.entry("sqrt", Math::sqrt),
            Map.entry("floor", Math::floor),
            Map.entry("ceiling", Math::ceil),
            Map.entry("tanh", Math::tanh),
            Map.entry("sin", Math::sin),
            Map.entry("cos", Math::cos));

    private record Function(List<String> parameters, List<String> body) {}

    private final Map<String, Object> values =
            new HashMap<>(Map.of("true", true, "false", false, "%pi", Math.PI, "%e", Math.E));
    private final Map<String, Function> functions = new HashMap<>();
    private List<String> tokens = List.of();
    private int at;
    /** Whether what is read is computed, too: the other branch of an if is only read. */
    private boolean live = true;

    MaximaReader() {
        values.put(EMPTY, EMPTY);
    }

    void set(String name, Object value) {
        values.put(name, value);
    }

    Object get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    double number(String name) {
        return ((Number) get(name)).doubleValue();
    }

    /** Runs statements, each ended by a semicolon. */
    void run(String text) {
        List<String> all = split(text);
        int start = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).equals(";")) {
                statement(all.subList(start, i));
                start = i + 1;
            }
        }
        if (start != all.size()) {
            throw new IllegalStateException("no semicolon after " + all.subList(start, all.size()));
        }
    }

    Object value(String text) {
        return evaluated(split(text));
    }

    private static List<String> split(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.strip());
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (end != text.strip().length()) {
            throw new IllegalStateException("no Maxima: " + text.strip().substring(end));
        }
        return tokens;
    }

    private void statement(List<String> statement) {
        int define = statement.indexOf(":=");
        if (define > 0) {
            List<String> parameters = statement.subList(2, define - 1).stream()
                    .filter(t -> !t.equals(","))
                    .toList();
            functions.put(
                    statement.get(0),
                    new Function(parameters, List.copyOf(statement.subList(define + 1, statement.size()))));
            return;
        }
        if (!statement.get(1).equals(":")) {
            throw new IllegalStateException("no assignment: " + statement);
        }
        values.put(statement.get(0), evaluated(statement.subList(2, statement.size())));
    }

    private Object evaluated(List<String> expression) {
        List<String> outer = tokens;
        int place = at;
        tokens = expression;
        at = 0;
        Object value = choice();
        if (at != tokens.size()) {
            throw new IllegalStateException("left over: " + tokens.subList(at, tokens.size()));
        }
        tokens = outer;
        at = place;
        return value;
    }

    private boolean take(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private void need(String token) {
        if (!take(token)) {
            throw new IllegalStateException("expected " + token + " at " + at + " of " + tokens);
        }
    }

    private Object choice() {
        if (!take("if")) {
            return or();
        }
        boolean outer = live, done = false;
        Object result = 0.0;
        do {
            live = outer && !done;
            Object condition = or();
            boolean holds = live && (Boolean) condition;
            need("then");
            live = holds;
            Object value = choice();
            result = holds ? value : result;
            done |= holds;
        } while (take("elseif"));
        need("else");
        live = outer && !done;
        Object value = choice();
        result = live ? value : result;
        live = outer;
        return result;
    }

    private Object or() {
        Object left = and();
        while (take("or")) {
            boolean outer = live, known = live && (Boolean) left;
            live = outer && !known;
            Object right = and();
            left = outer ? known || (Boolean) right : left;
            live = outer;
        }
        return left;
    }

    private Object and() {
        Object left = not();
        while (take("and")) {
            boolean outer = live, known = live && !(Boolean) left;
            live = outer && !known;
            Object right = not();
            left = outer ? !known && (Boolean) right : left;
            live = outer;
        }
        return left;
    }

    private Object not() {
        if (take("not")) {
            Object value = not();
            return live ? !(Boolean) value : value;
        }
        Object left = sum();
        for (String sign : List.of("=", "<=", ">=", "<", ">")) {
            if (take(sign)) {
                Object right = sum();
                return live ? compared(sign, left, right) : false;
            }
        }
        return left;
    }

    private static boolean compared(String sign, Object left, Object right) {
        return switch (sign) {
            case "=" -> left.equals(right);
            case "<=" -> (Double) left <= (Double) right;
            case ">=" -> (Double) left >= (Double) right;
            case "<" -> (Double) left < (Double) right;
            default -> (Double) left > (Double) right;
        };
    }

    private Object sum() {
        Object left = product();
        while (at < tokens.size()
                && (tokens.get(at).equals("+") || tokens.get(at).equals("-"))) {
            double sign = tokens.get(at++).equals("+") ? 1 : -1;
            Object right = product();
            left = live ? (Double) left + sign * (Double) right : left;
        }
        return left;
    }

    private Object product() {
        Object left = signed();
        while (at < tokens.size()
                && (tokens.get(at).equals("*") || tokens.get(at).equals("/"))) {
            boolean times = tokens.get(at++).equals("*");
            Object right = signed();
            left = !live ? left : times ? (Double) left * (Double) right : (Double) left / (Double) right;
        }
        return left;
    }

    private Object signed() {
        if (take("-")) {
            Object value = signed();
            return live ? -(Double) value : value;
        }
        Object base = primary();
        if (take("^")) {
            Object exponent = signed();
            return live ? Math.pow((Double) base, (Double) exponent) : base;
        }
        return base;
    }

    private Object primary() {
        String token = tokens.get(at++);
        if (token.equals("(")) {
            Object value = choice();
            need(")");
            return value;
        }
        if (token.equals("[")) {
            return list("]");
        }
        if (token.equals("{")) {
            return new TreeSet<>(list("}"));
        }
        if (token.startsWith("\"")) {
            return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (Character.isDigit(token.charAt(0))) {
            return Double.parseDouble(token);
        }
        return take("(") ? call(token, list(")")) : live ? get(token) : 0.0;
    }

    private List<Object> list(String close) {
        List<Object> entries = new ArrayList<>();
        while (!take(close)) {
            entries.add(choice());
            if (!take(",")) {
                need(close);
                break;
            }
        }
        return entries;
    }

    private Object call(String name, List<Object> arguments) {
        if (!live) {
            return 0.0;
        }
        Object first = arguments.get(0);
        Function own = functions.get(name);
        if (own != null) {
            return own(own, arguments);
        }
        DoubleUnaryOperator function = FUNCTIONS.get(name);
        if (function != null) {
            return function.applyAsDouble((Double) first);
        }
        return switch (name) {
            case "is" -> first;
            case "max" -> arguments.stream().mapToDouble(x -> (Double) x).max().orElseThrow();
            case "min" -> arguments.stream().mapToDouble(x -> (Double) x).min().orElseThrow();
            case "setify" -> new TreeSet<>((List<?>) first);
            case "setdifference" -> {
                TreeSet<?> left = new TreeSet<>((TreeSet<?>) first);
                left.removeAll((TreeSet<?>) arguments.get(1));
                yield left;
            }
            case "member" -> ((List<?>) arguments.get(1)).contains(first);
            case "sdowncase" -> ((String) first).toLowerCase(Locale.ROOT);
            default -> throw new IllegalStateException("no function " + name);
        };
    }

    private Object own(Function function, List<Object> arguments) {
        Map<String, Object> hidden = new HashMap<>(values);
        for (int i = 0; i < arguments.size(); i++) {
            values.put(function.parameters().get(i), arguments.get(i));
        }
        Object value = evaluated(function.body());
        values.clear();
        values.putAll(hidden);
        return value;
    }
}
