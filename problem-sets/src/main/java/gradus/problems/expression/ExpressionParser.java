package gradus.problems.expression;

import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas by recursive descent: {@code -2^2} is -4, {@code 2^-3} is 1/8, {@code 2sqrt(3)} is a product.
 * Knows the operators of {@link Operators} and the names it was given, nothing else. Refuses texts longer than
 * {@value #LONGEST} characters and nesting deeper than {@value #DEEPEST}.
 */
public final class ExpressionParser {
    static final int LONGEST = 1000;
    static final int DEEPEST = 60;

    private final Set<String> names;
    private final @Nullable Symbols symbols;
    private final boolean answer;
    private final Cursor cursor;
    private final Brackets brackets;

    private ExpressionParser(String text, Set<String> names, boolean answer) {
        this.names = names;
        this.symbols = null;
        this.answer = answer;
        this.cursor = new Cursor(Lexer.read(limited(text), answer), DEEPEST);
        this.brackets = new Brackets(cursor, this::sum);
    }

    private ExpressionParser(String text, Symbols symbols) {
        this.names = symbols.names();
        this.symbols = symbols;
        this.answer = true;
        this.cursor = new Cursor(symbols.tokens(limited(text)), DEEPEST);
        this.brackets = new Brackets(cursor, this::sum);
    }

    private static String limited(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST, "expected at most " + LONGEST + " characters but got " + text.length());
        }
        return text;
    }

    /** Reads a formula of a problem file over the given names. */
    public static Expression formula(String text, Set<String> names) {
        ExpressionParser parser = new ExpressionParser(text, names, false);
        return parser.ended(parser.sum());
    }

    /** Reads an answer: as a formula, but decimal commas and lists without brackets are understood too. */
    public static Expression answer(String text, Set<String> names) {
        ExpressionParser parser = new ExpressionParser(text, names, true);
        Expression first = parser.sum();
        boolean list = parser.cursor.now().is(",") || parser.cursor.now().is(";");
        return parser.ended(list ? parser.brackets.rest(first) : first);
    }

    /** Reads a formula as one writes it on paper: over symbols, some of which may be functions of no known formula. */
    public static Expression symbolic(String text, Symbols symbols) {
        ExpressionParser parser = new ExpressionParser(text, symbols);
        return parser.ended(parser.sum());
    }

    private Expression ended(Expression expression) {
        if (!cursor.ended()) {
            throw cursor.unexpected("an operator or the end");
        }
        return expression;
    }

    private Expression sum() {
        Expression left = product();
        while ((cursor.now().is("+") || cursor.now().is("-")) && !brackets.signStartsEntry()) {
            Token operator = cursor.next();
            left = new Apply(operator.text(), List.of(left, product()), operator.column());
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            Token token = cursor.now();
            if (token.is("*") || token.is("/") || token.is("@") || token.is("\u2218")) {
                cursor.next();
                left = new Apply(token.text(), List.of(left, signed()), token.column());
            } else if (juxtaposed(token)) {
                left = new Apply("*", List.of(left, power()), token.column());
            } else {
                return left;
            }
        }
    }

    private boolean juxtaposed(Token token) {
        boolean starts = token.kind() == Token.Kind.NAME || token.is("(");
        return starts && !brackets.separates();
    }

    private Expression signed() {
        cursor.enter();
        Token sign = cursor.now();
        Expression result;
        if (cursor.skip("-")) {
            result = new Apply("negate", List.of(signed()), sign.column());
        } else {
            result = cursor.skip("+") ? signed() : power();
        }
        cursor.leave();
        return result;
    }

    private Expression power() {
        Expression base = atom();
        Token operator = cursor.now();
        if (!cursor.skip("^") && !cursor.skip("**")) {
            return base;
        }
        if (cursor.now().text().equals("T") && !names.contains("T")) {
            cursor.next();
            return new Apply("transpose", List.of(base), operator.column());
        }
        return new Apply("^", List.of(base, signed()), operator.column());
    }

    private Expression atom() {
        Token token = cursor.now();
        if (token.kind() == Token.Kind.NUMBER) {
            cursor.next();
            return new Numeral(token.text(), Double.parseDouble(token.text().replace(',', '.')), token.column());
        }
        if (token.kind() == Token.Kind.NAME) {
            return named(cursor.next());
        }
        if (token.is("(")) {
            return brackets.group();
        }
        if (token.is("[") || token.is("{")) {
            return brackets.list();
        }
        throw cursor.unexpected("a number, a name or a bracket");
    }

    private Expression named(Token token) {
        String name = token.text();
        if (names.contains(name) || Operators.isConstant(name)) {
            return new Name(name, token.column());
        }
        boolean own = symbols != null && symbols.isFunction(name);
        if (!own && (!Operators.isFunction(name) || (answer && !Operators.isForAnswers(name)))) {
            throw new ExpressionException(token.column(), Operators.unknown(name, names));
        }
        if (!cursor.now().is("(")) {
            return bare(token, own || Operators.isUnary(name));
        }
        List<Expression> arguments = brackets.arguments().entries();
        if (own && arguments.size() != 1) {
            throw new ExpressionException(token.column(), name + " takes 1 argument but got " + arguments.size());
        }
        if (!own) {
            Operators.check(name, arguments, token.column());
        }
        return new Apply(name, arguments, token.column());
    }

    /** On paper, {@code log x} needs no parentheses, and a sum reaches over the product behind it. */
    private Expression bare(Token token, boolean unary) {
        boolean starts = !cursor.ended() && cursor.now().kind() != Token.Kind.SYMBOL;
        if (symbols == null || !unary || !starts) {
            throw cursor.unexpected("'(' after " + token.text());
        }
        cursor.enter();
        boolean reduces = token.text().equals("sum") || token.text().equals("mean");
        Expression argument = reduces ? product() : power();
        cursor.leave();
        return new Apply(token.text(), List.of(argument), token.column());
    }
}
