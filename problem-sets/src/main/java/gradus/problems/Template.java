package gradus.problems;

import gradus.problems.expression.Nearest;
import gradus.tensor.Tensor;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts numbers into texts: {@code {x1}} becomes the value of x1. Names that are unknown, or asked, are refused. */
final class Template {
    private static final Pattern NAME = Pattern.compile("\\{(\\p{L}[\\p{L}\\p{N}_]*)}");

    private final String file;
    private final Model model;
    private final Set<String> asked;

    /** A template with the numbers of a model; a text that shows an asked one would give the answer away. */
    Template(String file, Model model, Set<String> asked) {
        this.file = file;
        this.model = model;
        this.asked = asked;
    }

    /** Whether a text names a number. */
    static boolean isIn(String text) {
        return NAME.matcher(text).find();
    }

    /** The text with its numbers. */
    String filled(String text, int line, int column) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name.group(1), line, column)));
    }

    /** A formula in which names stand for the numbers, whatever these are. */
    static Text named(Text formula) {
        return new Text(
                NAME.matcher(formula.value())
                        .replaceAll(name -> Matcher.quoteReplacement("(" + Trial.original(name.group(1)) + ")")),
                formula.line(),
                formula.column());
    }

    private String value(String name, int line, int column) {
        if (!model.formulas().containsKey(name)) {
            throw new ProblemException(
                    file,
                    line,
                    column,
                    "'{" + name + "}' is no number of this problem"
                            + Nearest.to(name, model.formulas().keySet())
                                    .map(near -> "; did you mean '{" + near + "}'?")
                                    .orElse(""));
        }
        if (asked.contains(name)) {
            throw new ProblemException(file, line, column, "'{" + name + "}' would give an answer away");
        }
        return model.formula(name).names().isEmpty() && model.value(name).rank() == 0
                ? model.formula(name).text()
                : shown(model.value(name));
    }

    /** All digits of a whole number; of others those that {@link Figures} show. */
    private static String shown(Tensor value) {
        boolean whole = value.rank() == 0 && value.sum() == Math.rint(value.sum()) && Math.abs(value.sum()) < 1e15;
        return whole ? Long.toString((long) value.sum()) : Figures.of(value);
    }
}
