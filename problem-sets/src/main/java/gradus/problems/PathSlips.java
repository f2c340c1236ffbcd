package gradus.problems;

import static gradus.problems.expression.Expression.apply;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import java.util.stream.Stream;

/** Going backward, a term of a sum is overlooked: its message never arrives. */
final class PathSlips implements StepRule {
    @Override
    public Stream<Change> changes(Expression part) {
        if (!(part instanceof Apply sum)
                || !(sum.operator().equals("+") || sum.operator().equals("-"))) {
            return Stream.of();
        }
        Expression a = sum.argument(0), b = sum.argument(1);
        return Stream.of(
                overlooked(b, apply(sum.operator(), a, apply("detach", b))),
                overlooked(a, apply(sum.operator(), apply("detach", a), b)));
    }

    private static Change overlooked(Expression term, Expression by) {
        return new Change("missing-path", "the path through " + term.text() + " is left out going backward", by);
    }
}
