package gradus.problems.expression;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A formula as a tree. Columns count from 1 and serve messages only. Immutable. */
public sealed interface Expression {
    /** A literal, with the digits as they were written: {@code 2.50} is not {@code 2.5}. */
    record Numeral(String text, double value, int column) implements Expression {
        /** A literal that nobody wrote: part of a rewritten formula. */
        public static Numeral of(double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return new Numeral(whole ? Long.toString((long) value) : Double.toString(value), value, 0);
        }
    }

    /** A quantity of the problem, or a constant such as {@code pi}. */
    record Name(String name, int column) implements Expression {}

    /** An operator or function of {@link Operators} with its arguments. */
    record Apply(String operator, List<Expression> arguments, int column) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        /** The argument at a place, from 0. */
        public Expression argument(int place) {
            return arguments.get(place);
        }

        /** The same operator on other arguments. */
        public Apply with(List<Expression> others) {
            return new Apply(operator, others, column);
        }
    }

    /** A vector, or a matrix as a vector of rows. */
    record Sequence(List<Expression> entries, int column) implements Expression {
        public Sequence {
            entries = List.copyOf(entries);
        }
    }

    /** Where the formula begins in its text, from 1; 0 where it was made up. */
    int column();

    /** Applies an operator to arguments. */
    static Apply apply(String operator, Expression... arguments) {
        return new Apply(operator, List.of(arguments), 0);
    }

    /** The formulas right below this one, from left to right. */
    default List<Expression> children() {
        if (this instanceof Apply apply) {
            return apply.arguments();
        }
        return this instanceof Sequence sequence ? sequence.entries() : List.of();
    }

    /** This formula over other children, in the same order. */
    default Expression over(List<Expression> children) {
        if (this instanceof Apply apply) {
            return apply.with(children);
        }
        return this instanceof Sequence sequence ? new Sequence(children, sequence.column()) : this;
    }

    /** Rewrites every part from the leaves up. */
    default Expression map(UnaryOperator<Expression> rewrite) {
        return rewrite.apply(
                over(children().stream().map(child -> child.map(rewrite)).toList()));
    }

    /** Puts another formula in the place of one part, found by identity. */
    default Expression replace(Expression part, Expression by) {
        if (this == part) {
            return by;
        }
        return over(children().stream().map(child -> child.replace(part, by)).toList());
    }

    /** All names that occur, in alphabetical order. */
    default Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect(names);
        return names;
    }

    private void collect(Set<String> names) {
        if (this instanceof Name name) {
            names.add(name.name());
        }
        children().forEach(child -> child.collect(names));
    }

    /** The formula as one would write it, with no more parentheses than needed. */
    default String text() {
        return Printer.print(this);
    }
}
