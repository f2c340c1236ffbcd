package gradus.problems.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a formula's text into tokens. A comma between two digits is a decimal comma outside all brackets, where allowed. */
final class Lexer {
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern COMMA_NUMBER = Pattern.compile("\\d+,\\d+([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern SYMBOL = Pattern.compile("\\*\\*|[-+*/@^(){}\\[\\],;'\u2218]");
    private static final Map<Character, Character> TYPOGRAPHIC =
            Map.of('\u2212', '-', '\u2013', '-', '\u00d7', '*', '\u00b7', '*', '\u22c5', '*', '\u00f7', '/');

    /** Signs that stand for several tokens. */
    private static final Map<Character, List<String>> SHORT = Map.of(
            '%', List.of("*", "10", "^", "-", "2"),
            '\u00bd', List.of("(", "1", "/", "2", ")"),
            '\u2153', List.of("(", "1", "/", "3", ")"),
            '\u00bc', List.of("(", "1", "/", "4", ")"),
            '\u00be', List.of("(", "3", "/", "4", ")"));

    private final String text;
    private final boolean decimalComma;
    private final List<Token> tokens = new ArrayList<>();
    private int at, depth;
    private boolean spaced;

    private Lexer(String text, boolean decimalComma) {
        this.text = plain(text);
        this.decimalComma = decimalComma;
    }

    static List<Token> read(String text, boolean decimalComma) {
        Lexer lexer = new Lexer(text, decimalComma);
        while (lexer.at < text.length()) {
            lexer.step();
        }
        lexer.add(Token.Kind.END, "");
        return lexer.tokens;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, TYPOGRAPHIC.getOrDefault(plain.charAt(i), plain.charAt(i)));
        }
        return plain.toString();
    }

    private void step() {
        if (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at))) {
            spaced = true;
            at++;
        } else if (SHORT.containsKey(text.charAt(at))) {
            SHORT.getOrDefault(text.charAt(at), List.of()).forEach(this::add);
            at++;
        } else if (!comma() && !take(NUMBER, Token.Kind.NUMBER) && !take(NAME, Token.Kind.NAME) && !symbol()) {
            throw new ExpressionException(
                    at + 1, "expected a number, a name or an operator but got '" + text.charAt(at) + "'");
        }
    }

    /** A piece of what one character stands for. */
    private void add(String piece) {
        boolean digits = piece.chars().allMatch(Character::isDigit);
        add(digits ? Token.Kind.NUMBER : Token.Kind.SYMBOL, piece);
    }

    private boolean comma() {
        if (!decimalComma || depth > 0 || !take(COMMA_NUMBER, Token.Kind.NUMBER)) {
            return false;
        }
        if (at < text.length() && text.charAt(at) == ',') {
            throw new ExpressionException(at + 1, "a second comma in one number; write a list as [1, 2, 3]");
        }
        return true;
    }

    private boolean symbol() {
        if (!take(SYMBOL, Token.Kind.SYMBOL)) {
            return false;
        }
        String symbol = tokens.get(tokens.size() - 1).text();
        depth += "([{".contains(symbol) ? 1 : ")]}".contains(symbol) ? -1 : 0;
        return true;
    }

    private boolean take(Pattern pattern, Token.Kind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group());
        at = matcher.end();
        return true;
    }

    private void add(Token.Kind kind, String piece) {
        tokens.add(new Token(kind, piece, at + 1, spaced));
        spaced = false;
    }
}
