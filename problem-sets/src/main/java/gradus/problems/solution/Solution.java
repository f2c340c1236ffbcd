package gradus.problems.solution;

import gradus.problems.Figures;
import gradus.problems.Listed;
import gradus.problems.Model;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.Slip;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import gradus.problems.kind.Kind;
import gradus.problems.kind.Rubric;
import gradus.reference.graph.Drawing;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A problem solved as on the board: the formula of each step, with the numbers put in, the result, and its credits. */
public final class Solution {
    private static final String STEP = "    ", MORE = "        ";

    private final Problem problem;
    private final Model model;
    private final Page page = new Page();
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<Slip> told = new LinkedHashSet<>();

    private Solution(Problem problem) {
        this.problem = problem;
        this.model = problem.model();
    }

    /** The solution as text of at most 80 columns, the graphs last. */
    public static String of(Problem problem) {
        return new Solution(problem).text();
    }

    private String text() {
        page.spread(problem.id() + ": " + problem.title(), credits(problem.credits()));
        problem.parts().forEach(this::part);
        if (problem.questions().stream().anyMatch(Question::isComputed)) {
            Board.drawings(problem).forEach(this::graph);
        }
        return page.text();
    }

    private void graph(Drawing drawing) {
        page.line("").line("The graph" + (drawing.text().contains("gradient") ? ", with gradients" : ""));
        drawing.text().lines().forEach(page::line);
    }

    private void part(Part part) {
        page.line("").spread(part.id() + "  " + part.ask(), credits(part.credits()));
        if (part.slip() > 0) {
            page.wrapped("  ", "A wrong step without credits costs " + Figures.of(part.slip()) + ".");
        }
        part.questions().forEach(question -> {
            page.spread("  " + question.id() + ": " + question.ask(), Figures.of(question.credits()));
            question.kind().ifPresentOrElse(kind -> direct(question, kind), () -> computed(question));
            known(question);
        });
    }

    private void direct(Question question, Kind kind) {
        if (kind instanceof Rubric rubric) {
            rubric.points()
                    .forEach((letter, point) -> page.wrapped(
                            STEP, letter + ") " + point.text() + " (" + Figures.of(point.credits()) + ")"));
        } else {
            page.wrapped(STEP, "Key: " + kind.key());
            kind.shown().forEach((name, option) -> {
                if (List.of(kind.key().split("[,:] *", -1)).contains(name) && !option.contains(name + " ")) {
                    page.wrapped(MORE, name + ") " + option);
                }
            });
        }
        if (question.derived() != null) {
            page.wrapped(STEP, question.derived().sentence());
        }
    }

    private void computed(Question question) {
        for (String name : problem.forward()) {
            if (name.equals(question.id()) || model.needs(question.id(), name)) {
                if (shown.add(name)) {
                    step(name);
                }
            }
        }
    }

    private void step(String name) {
        Expression formula = model.formula(name);
        derivatives(formula)
                .forEach(gradient -> new Chain(model).steps(gradient, shown).forEach(step -> page.wrapped(STEP, step)));
        String result = Chain.Numbers.text(model.value(name));
        if (Operators.isGradient(formula)) {
            page.wrapped(
                    STEP,
                    name + " = "
                            + Chain.symbol(
                                    formula.children().get(0).text(),
                                    formula.children().get(1).text())
                            + " = " + result);
            return;
        }
        String letters = readable(formula).text(), numbers = filled(formula).text();
        String middle = numbers.equals(letters) || numbers.equals(result) ? "" : " = " + numbers;
        page.wrapped(STEP, name + " = " + letters + middle + (letters.equals(result) ? "" : " = " + result));
    }

    private static List<Expression> derivatives(Expression formula) {
        if (Operators.isGradient(formula)) {
            return List.of(formula);
        }
        List<Expression> derivatives = new ArrayList<>();
        formula.children().forEach(child -> derivatives.addAll(derivatives(child)));
        return derivatives;
    }

    /** Derivatives as fractions, and nothing of what only tells the machine where to stop. */
    private static Expression readable(Expression formula) {
        return formula.map(part -> {
            if (Operators.isGradient(part)) {
                return new Name(
                        Chain.symbol(
                                part.children().get(0).text(),
                                part.children().get(1).text()),
                        0);
            }
            return part instanceof Expression.Apply apply && apply.operator().equals("detach")
                    ? apply.argument(0)
                    : part;
        });
    }

    /** The formula with numbers in the place of names; what is too large to write stays a name. */
    private Expression filled(Expression formula) {
        return readable(formula)
                .map(part ->
                        part instanceof Name name && model.formulas().containsKey(name.name()) ? number(name) : part);
    }

    private Expression number(Name name) {
        Tensor value = model.value(name.name());
        String text = Chain.Numbers.bracketed(value);
        return text.startsWith("(a ") ? name : new Name(text, 0);
    }

    /** Other right answers, wrong ones that are known, and the slips that show here first. */
    private void known(Question question) {
        for (Listed accepted : question.accepted()) {
            page.wrapped(STEP, "Also right: " + String.join(" or ", accepted.answers()) + ". " + accepted.note());
        }
        for (Listed wrong : question.wrong()) {
            page.wrapped(
                    STEP,
                    loss(question.credits() - wrong.credits()) + String.join(" or ", wrong.answers()) + ". "
                            + wrong.note());
        }
        if (question.isComputed()) {
            problem.listed().stream()
                    .filter(slip -> changes(slip, question) && told.add(slip))
                    .forEach(slip -> page.wrapped(
                            STEP,
                            loss(Math.min(slip.costs(), question.credits())) + question.id() + " = "
                                    + Chain.Numbers.text(
                                            problem.model().with(slip.instead()).value(question.id()))
                                    + " when " + slip.when() + "."));
        }
    }

    private boolean changes(Slip slip, Question question) {
        Tensor slipped = model.with(slip.instead()).value(question.id()), right = model.value(question.id());
        return !slipped.shape().equals(right.shape())
                || !(slipped.minus(right).abs().sum() <= 1e-12 * right.abs().sum());
    }

    private static String loss(double lost) {
        return lost > 0 ? "Loses " + Figures.of(lost) + ": " : "Slip: ";
    }

    private static String credits(double credits) {
        return Figures.of(credits) + (credits == 1 ? " credit" : " credits");
    }
}
