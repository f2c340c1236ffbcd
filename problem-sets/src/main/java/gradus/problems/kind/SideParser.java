package gradus.problems.kind;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.expression.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads shapes with names: {@code NxM}, {@code (N, C, H, W)}, {@code 1 x D}, {@code (M,)}, {@code R^(N x H*W)}, {@code length M}. */
final class SideParser {
    private static final Pattern SPACE = Pattern.compile("R\\s*\\^\\s*(?=[\\[({])|\u211d\\s*\\^?\\s*(?=[\\[({])");
    private static final Pattern LENGTH =
            Pattern.compile("(?i)(?:a |the )?(?:(?:row )?vector )?(?:of |with )?length (\\S+)");
    private static final Pattern DIMENSIONAL = Pattern.compile("(?i)(\\S+?)[- ]dimensional(?: vector)?");
    private static final Pattern BY = Pattern.compile("(?<=[\\s)])by(?=[\\s(])");
    private static final String OPEN = "([{", CLOSE = ")]}";

    private final Symbols symbols;
    private final boolean crosses;

    SideParser(Symbols symbols) {
        this.symbols = symbols;
        this.crosses = !symbols.names().contains("x") && !symbols.names().contains("X");
    }

    /** One side, as the file writes it. */
    Expression side(String text) {
        return side(text, 0, text.length());
    }

    /** All sides, with columns of the text as it was typed. */
    List<Expression> sides(String given) {
        String text = BY.matcher(given).replaceAll("\u00d7 ");
        int start = 0, end = text.length();
        for (Pattern words : List.of(LENGTH, DIMENSIONAL)) {
            Matcher matcher = words.matcher(text);
            if (matcher.matches()) {
                return List.of(side(text, matcher.start(1), matcher.end(1)));
            }
        }
        Matcher space = SPACE.matcher(text);
        if (space.lookingAt()) {
            start = space.end();
        }
        if (isBracketed(text, start)) {
            start++;
            end--;
        }
        return split(text, start, end).stream()
                .map(piece -> side(text, piece[0], piece[1]))
                .toList();
    }

    /** Whether the bracket that opens at a place closes at the end. */
    private static boolean isBracketed(String text, int start) {
        if (start >= text.length() || OPEN.indexOf(text.charAt(start)) < 0) {
            return false;
        }
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            depth += step(text.charAt(i));
            if (depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }

    private static int step(char c) {
        return OPEN.indexOf(c) >= 0 ? 1 : CLOSE.indexOf(c) >= 0 ? -1 : 0;
    }

    /** Commas separate sides; without any crosses do, and without these stars. */
    private List<int[]> split(String text, int start, int end) {
        List<IntPredicate> separators = List.of(
                i -> text.charAt(i) == ',' || text.charAt(i) == ';', i -> isCross(text, i), i -> text.charAt(i) == '*');
        List<int[]> pieces = List.of();
        for (IntPredicate separator : separators) {
            pieces = split(text, start, end, separator);
            if (pieces.size() > 1) {
                break;
            }
        }
        int[] last = pieces.get(pieces.size() - 1);
        boolean trailing = pieces.size() > 1
                && text.substring(last[0], last[1]).isBlank()
                && text.charAt(last[0] - 1) == ','; // a tuple of one: (M,)
        return trailing ? pieces.subList(0, pieces.size() - 1) : pieces;
    }

    private static List<int[]> split(String text, int start, int end, IntPredicate separates) {
        List<int[]> pieces = new ArrayList<>();
        int depth = 0, from = start;
        for (int i = start; i < end; i++) {
            depth += step(text.charAt(i));
            if (depth == 0 && separates.test(i)) {
                pieces.add(new int[] {from, i});
                from = i + 1;
            }
        }
        pieces.add(new int[] {from, end});
        return pieces;
    }

    /** An x between two sides, and not one in a name such as max. */
    private boolean isCross(String text, int i) {
        char c = text.charAt(i);
        boolean named = text.startsWith("max(", i - 2) || text.startsWith("exp(", i - 1);
        return c == '\u00d7'
                || (crosses
                        && !named
                        && (c == 'x' || c == 'X')
                        && !text.substring(0, i).isBlank()
                        && !text.substring(i + 1).isBlank());
    }

    private Expression side(String text, int start, int end) {
        StringBuilder side = new StringBuilder(text.substring(start, end));
        for (int i = start; i < end; i++) {
            if (isCross(text, i)) {
                side.setCharAt(i - start, '*');
            }
        }
        if (side.toString().isBlank()) {
            throw new ExpressionException(
                    Math.min(start + 1, Math.max(1, text.length())), "expected a side of a shape");
        }
        try {
            return ExpressionParser.symbolic(side.toString(), symbols);
        } catch (ExpressionException e) {
            throw new ExpressionException(start + e.column(), e.complaint());
        }
    }
}
