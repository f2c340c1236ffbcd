package gradus.problems.expression;

import gradus.problems.expression.Expression.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads lists: {@code [1, 2]}, {@code (1, 2)}, {@code [1 -2; 3 4]}. Inside square brackets white space separates entries, too. */
final class Brackets {
    private final Cursor cursor;
    private final Supplier<Expression> entry;
    private boolean spaceSeparates;

    /** Over entries that somebody else reads. */
    Brackets(Cursor cursor, Supplier<Expression> entry) {
        this.cursor = cursor;
        this.entry = entry;
    }

    /** Whether the sign here begins an entry: {@code 1 -2} are two, {@code 1 - 2} and {@code 1-2} are one. */
    boolean signStartsEntry() {
        return separates() && !cursor.ahead().spaced();
    }

    /** Whether white space here ends an entry. */
    boolean separates() {
        return spaceSeparates && cursor.now().spaced();
    }

    /** A part in parentheses; with commas in it, a tuple. */
    Expression group() {
        Sequence entries = arguments();
        return entries.entries().size() == 1 ? entries.entries().get(0) : entries;
    }

    /** What stands in parentheses, comma by comma. */
    Sequence arguments() {
        return bracketed(")", false);
    }

    /** A list in square or curly brackets. */
    Expression list() {
        return bracketed(cursor.now().is("[") ? "]" : "}", true);
    }

    /** The rest of a list that stands without brackets. */
    Expression rest(Expression first) {
        return entries(first, "", 1);
    }

    private Sequence bracketed(String close, boolean spaces) {
        Token open = cursor.next();
        boolean outer = spaceSeparates;
        spaceSeparates = spaces;
        Sequence entries = entries(entry.get(), close, open.column());
        if (!cursor.now().is(close)) {
            throw cursor.unexpected("'" + close + "'");
        }
        spaceSeparates = outer;
        cursor.next();
        return entries;
    }

    /** Entries up to the closing bracket, which a comma may precede; a semicolon starts a new row. */
    private Sequence entries(Expression first, String close, int column) {
        List<Expression> rows = new ArrayList<>();
        List<Expression> row = new ArrayList<>(List.of(first));
        while (!cursor.now().is(close) && !cursor.ended()) {
            if (cursor.skip(";")) {
                rows.add(new Sequence(row, column));
                row = new ArrayList<>();
            } else if (!cursor.skip(",") && !separates()) {
                throw cursor.unexpected("',' or " + (close.isEmpty() ? "the end" : "'" + close + "'"));
            } else if (cursor.now().is(close)) {
                break;
            }
            row.add(entry.get());
        }
        Sequence last = new Sequence(row, column);
        if (rows.isEmpty()) {
            return last;
        }
        rows.add(last);
        return new Sequence(rows, column);
    }
}
