package gradus.problems.expression;

/** A piece of a formula's text. {@code spaced}: white space stands before it. */
record Token(Kind kind, String text, int column, boolean spaced) {
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** How a message names it. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
