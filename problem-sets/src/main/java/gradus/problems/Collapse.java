package gradus.problems;

import gradus.problems.Sum.Term;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether nothing is left to compute in a step. A term of a sum counts as long as the written answer would not stand
 * without it. Nothing is left where no term counts, or only one that is a plain quantity; where an activation passes its
 * input unchanged; where given numbers are too small beside the only other term to count; or where a given vector or
 * matrix comes out again.
 */
final class Collapse {
    private static final double OTHER = 0.5;

    private final Model model;
    private final String name;
    private final Follower.Reading reading;
    private final Written written;

    Collapse(String name, Follower.Reading reading, Written written) {
        this.model = reading.model();
        this.name = name;
        this.reading = reading;
        this.written = written;
    }

    /** The step on the right values of what somebody has, with the key as the answer. */
    static Collapse ofKey(Model model, String name, Set<String> has) {
        Map<String, Tensor> keys = new LinkedHashMap<>();
        has.forEach(id -> keys.put(id, model.value(id)));
        Tensor key = model.value(name);
        return new Collapse(name, new Follower.Reading(model, key, keys), Literal.exact(key));
    }

    boolean happens() {
        return isTrivial() || isCopy() || isSwallowed();
    }

    /** Whether an activation has nothing but zero to pass on. */
    boolean passesZero() {
        return isZero(reading.value()) && passesUnchanged(model.formula(name));
    }

    /** The only quantity that is left, if one is. */
    Optional<String> remainder() {
        List<Term> left = left(Sum.of(model.formula(name)), name);
        return left.size() == 1 && left.get(0).part() instanceof Name only
                ? Optional.of(only.name())
                : Optional.empty();
    }

    private boolean isTrivial() {
        Sum sum = Sum.of(model.formula(name));
        List<Term> left = left(sum, name);
        return left.isEmpty()
                || (left.size() == 1 && isPlain(left.get(0).part(), sum.terms().size()));
    }

    /** Whether a term that is all there is comes down to one of its quantities, such as a product with 1. */
    private boolean isPlain(Expression term, int terms) {
        return term instanceof Name ? terms > 1 : passesUnchanged(term) || isQuantity(term);
    }

    private boolean isQuantity(Expression term) {
        return !Operators.isGradient(term)
                && term.names().stream()
                        .filter(used -> model.formulas().containsKey(used))
                        .filter(used -> isGiven(used) || reading.own().containsKey(used))
                        .map(used -> new Name(used, 0))
                        .anyMatch(used -> value(used).rank() == 0 && follows(term, used));
    }

    /** Whether a term is this quantity, and would be it if that were another number. */
    private boolean follows(Expression term, Name used) {
        Map<String, Tensor> other = new LinkedHashMap<>(reading.own());
        other.put(used.name(), value(used).plus(OTHER));
        return !Follower.differs(value(used), value(term))
                && !Follower.differs(value(used).plus(OTHER), model.value(term, name, other));
    }

    private boolean passesUnchanged(Expression term) {
        return term instanceof Apply f
                && Operators.isActivation(f.operator())
                && isZero(value(f).minus(value(f.argument(0))));
    }

    private boolean isCopy() {
        return model.formulas().keySet().stream()
                .filter(given -> isGiven(given) && model.needs(name, given))
                .map(model::value)
                .anyMatch(given -> isSame(given) || (given.rank() == 2 && isSame(given.transpose())));
    }

    private boolean isSame(Tensor given) {
        return given.rank() > 0 && !Follower.differs(given, reading.value());
    }

    /** Whether given numbers vanish beside all else: in the sum as a whole, or in all sums that it is made of. */
    private boolean isSwallowed() {
        return owners().anyMatch(owner -> {
            Expression formula = model.formula(owner);
            List<Sum> inner =
                    Sum.innermost(formula).stream().filter(this::isComputed).toList();
            return isSwallowed(Sum.of(formula), owner)
                    || (!inner.isEmpty() && inner.stream().allMatch(sum -> isSwallowed(sum, owner)));
        });
    }

    /** Whether a sum has more in it than given numbers. */
    private boolean isComputed(Sum sum) {
        return sum.terms().stream()
                .anyMatch(term -> !term.part().names().stream().allMatch(this::isGiven));
    }

    /** The step's quantity; for a derivative, what is differentiated and what lies between that and the variable. */
    private Stream<String> owners() {
        if (!Operators.isGradient(model.formula(name))) {
            return Stream.of(name);
        }
        List<Expression> pair = model.formula(name).children();
        String of = pair.get(0).text(), by = pair.get(1).text();
        return model.formulas().keySet().stream()
                .filter(between -> between.equals(of) || (model.needs(of, between) && model.needs(between, by)));
    }

    private boolean isSwallowed(Sum sum, String owner) {
        List<Term> left = left(sum, owner);
        return left.size() <= 1
                && sum.terms().stream()
                        .filter(term -> !left.contains(term))
                        .filter(term -> matters(sum, term, owner))
                        .map(Term::part)
                        .anyMatch(term -> term.names().stream().allMatch(this::isGiven) && !isZero(value(term)));
    }

    /** Whether a term counts beside the right values of what the student has; not if these stand in its place. */
    private boolean matters(Sum sum, Term term, String owner) {
        Map<String, Tensor> right = new LinkedHashMap<>();
        reading.own().keySet().forEach(id -> right.put(id, model.value(id)));
        List<Term> others =
                sum.terms().stream().filter(other -> !other.equals(term)).toList();
        Expression without = model.formula(owner).replace(sum.place(), sum.of(others));
        try {
            return isSeen(model.with(Map.of(owner, without)).value(name, right), model.value(name, right));
        } catch (ShapeException e) {
            return true; // the shape rests on what was left out
        }
    }

    /** Whether right values differ by more than would be lost in as few digits as the answer has. */
    private boolean isSeen(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape()) || a.size() != written.entries().size()) {
            return true;
        }
        double[] x = a.toArray(), y = b.toArray();
        return IntStream.range(0, x.length)
                .anyMatch(i ->
                        Math.abs(x[i] - y[i]) > written.entries().get(i).share() * Math.abs(y[i]) + Entry.noise(y[i]));
    }

    private boolean isGiven(String quantity) {
        return model.formulas().containsKey(quantity)
                && model.formula(quantity).names().isEmpty();
    }

    /** The terms that count, of a sum in the formula of a quantity. */
    private List<Term> left(Sum sum, String owner) {
        List<Term> left = new ArrayList<>(sum.terms());
        for (Term term : sum.terms()) {
            List<Term> others =
                    left.stream().filter(other -> !other.equals(term)).toList();
            if (stands(model.formula(owner).replace(sum.place(), sum.of(others)), owner)) {
                left.remove(term);
            }
        }
        return left;
    }

    /** Whether the answer would stand with this formula, too. */
    private boolean stands(Expression formula, String owner) {
        try {
            Tensor value = model.with(Map.of(owner, formula)).value(name, reading.own());
            return written.standsFor(value, slack());
        } catch (ShapeException e) {
            return false; // the shape rests on what was left out
        }
    }

    /** What rounding earlier may have done; nothing where the answer shows that it did nothing. */
    private Tensor slack() {
        Tensor none = Tensor.zeros(reading.value().shape());
        return written.standsFor(reading.value(), none) ? none : reading.slack();
    }

    private Tensor value(Expression part) {
        return model.value(part, name, reading.own());
    }

    private static boolean isZero(Tensor value) {
        return Literal.exact(value).standsFor(Tensor.zeros(value.shape()));
    }
}
