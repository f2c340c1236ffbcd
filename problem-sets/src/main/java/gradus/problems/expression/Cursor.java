package gradus.problems.expression;

import java.util.List;

/** A place among the tokens of a formula, and how deeply the formula is nested there. */
final class Cursor {
    private final List<Token> tokens;
    private final int deepest;
    private int at, depth;

    /** Stands at the first token; refuses to go deeper than {@code deepest}. */
    Cursor(List<Token> tokens, int deepest) {
        this.tokens = tokens;
        this.deepest = deepest;
    }

    Token now() {
        return tokens.get(at);
    }

    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** Moves on and returns the token passed; stays at the end. */
    Token next() {
        Token token = now();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Moves on if the token is this symbol. */
    boolean skip(String symbol) {
        boolean found = now().is(symbol);
        if (found) {
            next();
        }
        return found;
    }

    boolean ended() {
        return now().kind() == Token.Kind.END;
    }

    void enter() {
        if (depth++ > deepest) {
            throw new ExpressionException(now().column(), "nested more than " + deepest + " deep");
        }
    }

    void leave() {
        depth--;
    }

    ExpressionException unexpected(String expected) {
        return new ExpressionException(now().column(), "expected " + expected + " but got " + now().shown());
    }
}
