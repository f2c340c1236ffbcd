package gradus.problems;

import gradus.problems.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ways of going wrong at one place of a formula. */
interface StepRule {
    /** Another formula for a part. {@code what} says what is wrong, {@code "the term b1 is missing"}. */
    record Change(String id, String what, Expression by) {}

    /** The wrong formulas for this part; mostly none. */
    Stream<Change> changes(Expression part);

    /** One slip for each change of each part of each forward formula. */
    default Stream<Slip> steps(Problem problem) {
        return problem.forward().stream()
                .flatMap(name -> steps(name, problem.model().formula(name)));
    }

    private Stream<Slip> steps(String name, Expression formula) {
        return parts(formula).stream()
                .flatMap(part -> changes(part)
                        .map(change -> Slip.step(
                                change.id(), change.what() + " in " + name, name, formula.replace(part, change.by()))));
    }

    private static List<Expression> parts(Expression formula) {
        List<Expression> parts = new ArrayList<>(List.of(formula));
        formula.children().forEach(child -> parts.addAll(parts(child)));
        return parts;
    }
}
