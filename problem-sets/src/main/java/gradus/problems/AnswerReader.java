package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Sequence;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads answers: numbers, expressions over given names, vectors, matrices, shapes. Refuses NaN and infinities. */
final class AnswerReader {
    private static final Pattern SEPARATOR = Pattern.compile("[xX\u00d7*]");
    private static final Pattern BRACKETED = Pattern.compile("\\s*[(\\[{].*|[^xX\u00d7*]*,.*", Pattern.DOTALL);

    private static final Pattern TIMES = Pattern.compile("(?<=[\\d)\\s])[xX\u00d7](?=[\\d(\\s])");
    private static final Pattern OPEN = Pattern.compile("\\s*[(\\[{]");

    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:([ ,.'\u2019\u00a0\u202f_])\\d{3})(?:\\1\\d{3})*");
    private static final Pattern UNIT = Pattern.compile("(?<=[\\s\\d])[\\p{L}&&[^xX]]\\p{L}+");

    private final Model names;

    /** A reader of expressions over some of a model's quantities. */
    AnswerReader(Model model, List<String> names) {
        Map<String, Expression> known = new LinkedHashMap<>();
        names.forEach(name -> known.put(name, Literal.of(model.value(name))));
        this.names = new Model(known);
    }

    /** Reads what a question asks for. */
    Written read(Question question, String text) {
        return worked(question, text).value();
    }

    /** The same with the way to it; sides that differ are refused unless the first is an expression. */
    Worked worked(Question question, String text) {
        if (question.shape().isPresent()) {
            return Worked.plainly(shape(text));
        }
        int end = text.lastIndexOf('=');
        Written last = value(question, text, end + 1, text.length());
        List<Side> before = before(question, text, end);
        Optional<Side> other =
                before.stream().filter(side -> !side.agrees(last)).findFirst();
        if (other.isEmpty()) {
            return Worked.plainly(last);
        }
        Side first = before.get(0);
        if (first.agrees(last) || !isExpression(parsed(first.text()))) {
            throw new ExpressionException(end + 1, Worked.differ(other.get().value(), last));
        }
        return new Worked(last, first.value(), end + 1);
    }

    /** One side of an equation. */
    private record Side(String text, Written value) {
        boolean agrees(Written last) {
            return value.standsFor(last.value()) || last.standsFor(value.value());
        }
    }

    /** The sides before the last equals sign, without the answer's own name. */
    private List<Side> before(Question question, String text, int end) {
        List<Side> sides = new ArrayList<>();
        int start = text.startsWith(question.id()) ? named(question.id(), text) : 0;
        while (start <= end) {
            int next = text.indexOf('=', start);
            sides.add(new Side(text.substring(start, next), value(question, text, start, next)));
            start = next + 1;
        }
        return sides;
    }

    /** Where the answer begins behind {@code h1 = }. */
    private static int named(String id, String text) {
        String rest = text.substring(id.length());
        return rest.stripLeading().startsWith("=") ? id.length() + rest.indexOf('=') + 1 : 0;
    }

    /** Whether there is anything to work out. */
    private static boolean isExpression(Expression expression) {
        if (expression instanceof Sequence
                || (expression instanceof Apply sign && sign.operator().equals("negate"))) {
            return expression.children().stream().anyMatch(AnswerReader::isExpression);
        }
        return expression instanceof Apply && Entry.of(expression, 1).half() == 0;
    }

    private Written value(Question question, String text, int start, int end) {
        String side = text.substring(start, end);
        String plain = !question.counts()
                ? side
                : GROUPED.matcher(side.strip()).matches()
                        ? grouped(side)
                        : TIMES.matcher(side).replaceAll("*");
        return side(plain, start);
    }

    /** Digits without what groups them. */
    private static String grouped(String text) {
        return text.replaceAll("[^\\d]", "");
    }

    /** Reads a number, vector or matrix. */
    Written read(String text) {
        return read(ExpressionParser.answer(text, names.formulas().keySet()));
    }

    private Expression parsed(String text) {
        return ExpressionParser.answer(
                TIMES.matcher(text).replaceAll("*"), names.formulas().keySet());
    }

    /** Reads the sides of a shape: {@code 15x15x8}, {@code (15, 15, 8)}. */
    Written shape(String text) {
        if (BRACKETED.matcher(text).matches()) {
            return OPEN.matcher(text).lookingAt() ? read(text) : list(text);
        }
        Matcher unit = UNIT.matcher(text);
        if (unit.find()) {
            throw new ExpressionException(
                    unit.start() + 1, "'" + unit.group() + "' is no side; a shape is written without units");
        }
        List<Entry> sides = new ArrayList<>();
        int start = 0;
        for (String side : SEPARATOR.split(text, -1)) {
            sides.addAll(side(side, start).entries());
            start += side.length() + 1;
        }
        return new Written(Shape.of(sides.size()), sides);
    }

    /** A list without brackets, in which no comma is a decimal comma. */
    private Written list(String text) {
        try {
            return read("[" + text + "]");
        } catch (ExpressionException e) {
            throw new ExpressionException(Math.max(1, Math.min(e.column() - 1, text.length())), e.complaint());
        }
    }

    private Written side(String text, int offset) {
        try {
            return read(text);
        } catch (ExpressionException e) {
            throw new ExpressionException(offset + e.column(), e.complaint());
        }
    }

    private Written read(Expression expression) {
        if (expression instanceof Sequence sequence) {
            return stacked(sequence, sequence.entries().stream().map(this::read).toList());
        }
        Tensor value = evaluated(expression);
        for (double number : value.toArray()) {
            requireFinite(number, expression.column());
        }
        return value.rank() == 0
                ? new Written(value.shape(), List.of(Entry.of(expression, value.sum())))
                : Literal.exact(value);
    }

    private Tensor evaluated(Expression expression) {
        try {
            return names.value(expression);
        } catch (ShapeException e) {
            throw new ExpressionException(
                    Math.max(1, expression.column()),
                    String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    private static Written stacked(Sequence sequence, List<Written> parts) {
        Shape first = parts.get(0).shape();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).shape().equals(first)) {
                throw new ExpressionException(
                        Math.max(1, sequence.entries().get(i).column()),
                        "row " + (i + 1) + " has shape " + parts.get(i).shape() + " but row 1 has " + first);
            }
            entries.addAll(parts.get(i).entries());
        }
        return new Written(Literal.stacked(parts.size(), first), entries);
    }

    private static void requireFinite(double value, int column) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new ExpressionException(
                    Math.max(1, column),
                    "this comes out as " + (Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "minus infinity")
                            + ", and an answer is a finite number");
        }
    }
}
