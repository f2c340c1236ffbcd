package gradus.problems.expression;

import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Expression.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads formulas by recursive descent: {@code -2^2} is -4, {@code 2^-3} is 1/8, {@code 2sqrt(3)} is a product.
 * Knows the operators of {@link Operators} and the names it was given, nothing else. Refuses texts longer than
 * {@value #LONGEST} characters and nesting deeper than {@value #DEEPEST}.
 */
public final class ExpressionParser {
    static final int LONGEST = 1000;
    static final int DEEPEST = 60;

    private final Set<String> names;
    private final List<Token> tokens;
    private final boolean answer;
    private int at, depth;
    /** Inside square brackets white space separates entries: {@code [1 -2]} has two. */
    private boolean spaceSeparates;

    private ExpressionParser(Set<String> names, List<Token> tokens, boolean answer) {
        this.names = names;
        this.tokens = tokens;
        this.answer = answer;
    }

    /** Reads a formula of a problem file over the given names. */
    public static Expression formula(String text, Set<String> names) {
        return parser(text, names, false).whole();
    }

    /** Reads an answer: as a formula, but decimal commas and lists without brackets are understood too. */
    public static Expression answer(String text, Set<String> names) {
        ExpressionParser parser = parser(text, names, true);
        Expression first = parser.sum();
        if (!parser.now().is(",") && !parser.now().is(";")) {
            return parser.ended(first);
        }
        return parser.ended(parser.entries(first, "", 1));
    }

    private static ExpressionParser parser(String text, Set<String> names, boolean answer) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST, "expected at most " + LONGEST + " characters but got " + text.length());
        }
        return new ExpressionParser(names, Lexer.read(text, answer), answer);
    }

    private Expression whole() {
        return ended(sum());
    }

    private Expression ended(Expression expression) {
        if (now().kind() != Token.Kind.END) {
            throw unexpected("an operator or the end");
        }
        return expression;
    }

    private Expression sum() {
        enter();
        Expression left = product();
        while ((now().is("+") || now().is("-")) && !startsEntry()) {
            Token operator = next();
            left = new Apply(operator.text(), List.of(left, product()), operator.column());
        }
        depth--;
        return left;
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            Token token = now();
            if (token.is("*") || token.is("/") || token.is("@")) {
                next();
                left = new Apply(token.text(), List.of(left, signed()), token.column());
            } else if (juxtaposed()) {
                left = new Apply("*", List.of(left, power()), token.column());
            } else {
                return left;
            }
        }
    }

    private Expression signed() {
        enter();
        Token token = now();
        Expression result;
        if (token.is("-")) {
            next();
            result = new Apply("negate", List.of(signed()), token.column());
        } else if (token.is("+")) {
            next();
            result = signed();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private Expression power() {
        Expression base = atom();
        Token token = now();
        if (!token.is("^") && !token.is("**")) {
            return base;
        }
        next();
        if (now().text().equals("T") && !names.contains("T")) {
            next();
            return new Apply("transpose", List.of(base), token.column());
        }
        return new Apply("^", List.of(base, signed()), token.column());
    }

    private Expression atom() {
        Token token = now();
        if (token.kind() == Token.Kind.NUMBER) {
            next();
            return new Numeral(token.text(), Double.parseDouble(token.text().replace(',', '.')), token.column());
        }
        if (token.kind() == Token.Kind.NAME) {
            return named(next());
        }
        if (token.is("(")) {
            return group();
        }
        if (token.is("[") || token.is("{")) {
            return bracketed(token.is("[") ? "]" : "}", true);
        }
        throw unexpected("a number, a name or a bracket");
    }

    private Expression named(Token token) {
        if (names.contains(token.text()) || Operators.isConstant(token.text())) {
            return new Name(token.text(), token.column());
        }
        boolean differentiates = token.text().equals(Operators.GRADIENT);
        if (!Operators.isFunction(token.text()) || (answer && !Operators.isForAnswers(token.text()))) {
            throw new ExpressionException(token.column(), Operators.unknown(token.text(), names));
        }
        if (!now().is("(")) {
            throw unexpected("'(' after " + token.text());
        }
        List<Expression> arguments = bracketed(")", false).entries();
        Operators.checkArity(token.text(), arguments.size(), token.column());
        for (Expression argument : arguments) {
            if (differentiates && !(argument instanceof Name)) {
                throw new ExpressionException(argument.column(), "gradient takes the names of two quantities");
            }
        }
        return new Apply(token.text(), arguments, token.column());
    }

    /** A part in parentheses; with commas in it, a tuple. */
    private Expression group() {
        Sequence entries = bracketed(")", false);
        boolean tuple = entries.entries().size() > 1 || tokens.get(at - 2).is(",");
        return tuple ? entries : entries.entries().get(0);
    }

    private Sequence bracketed(String close, boolean spaces) {
        Token open = next();
        boolean outer = spaceSeparates;
        spaceSeparates = spaces;
        Sequence entries = entries(sum(), close, open.column());
        if (!now().is(close)) {
            throw unexpected("'" + close + "'");
        }
        spaceSeparates = outer;
        next();
        return entries;
    }

    /** Entries up to the closing bracket; a semicolon starts a new row. */
    private Sequence entries(Expression first, String close, int column) {
        List<Expression> rows = new ArrayList<>();
        List<Expression> row = new ArrayList<>(List.of(first));
        while (!now().is(close) && now().kind() != Token.Kind.END) {
            if (now().is(";")) {
                rows.add(new Sequence(row, column));
                row = new ArrayList<>();
                next();
            } else if (now().is(",")) {
                next();
                if (now().is(close)) {
                    break;
                }
            } else if (!spaceSeparates || !now().spaced()) {
                throw unexpected("',' or " + (close.isEmpty() ? "the end" : "'" + close + "'"));
            }
            row.add(sum());
        }
        if (rows.isEmpty()) {
            return new Sequence(row, column);
        }
        rows.add(new Sequence(row, column));
        return new Sequence(rows, column);
    }

    private boolean juxtaposed() {
        Token token = now();
        boolean starts = token.kind() == Token.Kind.NAME || token.is("(");
        return starts && !(spaceSeparates && token.spaced());
    }

    /** In a list, {@code 1 -2} are two entries, {@code 1 - 2} and {@code 1-2} are one. */
    private boolean startsEntry() {
        return spaceSeparates && now().spaced() && !tokens.get(at + 1).spaced();
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new ExpressionException(now().column(), "nested too deeply");
        }
    }

    private Token now() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private ExpressionException unexpected(String expected) {
        return new ExpressionException(now().column(), "expected " + expected + " but got " + now().shown());
    }
}
