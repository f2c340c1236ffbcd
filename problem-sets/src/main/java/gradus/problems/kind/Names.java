package gradus.problems.kind;

import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of options or items, and lists of them as students write: {@code ad}, {@code a, d}, {@code a and d}. */
record Names(List<String> known) {
    private static final Pattern TOKEN = Pattern.compile("[^\\s,;>{}\\[\\]()\u2192]+");
    private static final Pattern BETWEEN = Pattern.compile("and|und|then|dann|&|-+");

    Names(Collection<String> known) {
        this(List.copyOf(known));
    }

    /** All names in order; refuses one that is not known or stands twice. */
    List<String> list(String text) {
        List<String> names = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String piece = token.group().replaceFirst("-+$", "");
            if (!BETWEEN.matcher(token.group()).matches()
                    || exact(token.group()).isPresent()) {
                add(piece, token.start() + 1, names);
            }
        }
        return names;
    }

    private void add(String piece, int column, List<String> names) {
        Optional<String> whole = exact(piece);
        if (whole.isPresent()) {
            addOnce(whole.get(), column, names);
            return;
        }
        for (int i = 0; i < piece.length(); i++) {
            String letter = piece.substring(i, i + 1);
            String name = exact(letter).orElseThrow(() -> unknown(piece, column));
            addOnce(name, column + i, names);
        }
    }

    private static void addOnce(String name, int column, List<String> names) {
        if (names.contains(name)) {
            throw new ExpressionException(column, "'" + name + "' stands twice");
        }
        names.add(name);
    }

    /** The known name, whatever its case. */
    Optional<String> exact(String text) {
        Optional<String> same = known.stream().filter(text::equals).findFirst();
        return same.or(() -> known.stream().filter(text::equalsIgnoreCase).findFirst());
    }

    ExpressionException unknown(String piece, int column) {
        return new ExpressionException(
                column,
                "expected some of " + String.join(", ", known) + " but got '" + piece + "'"
                        + Nearest.to(piece, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
    }
}
