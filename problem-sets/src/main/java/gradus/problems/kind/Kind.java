package gradus.problems.kind;

import gradus.problems.expression.ExpressionException;
import gradus.tensor.Tensor;
import java.util.Map;

/** A kind of answer that is marked by itself: how it is read, what is right, and how its key is shown. */
public sealed interface Kind
        permits Choice, Pick, Order, Match, Truth, Term, Sides, Formula, Condition, Circles, Rubric {
    /**
     * Understands an answer.
     *
     * @throws ExpressionException with the column, if it cannot be read
     */
    Reading read(String given);

    /** The key, as a student would write it. */
    String key();

    /** How to answer, in a few words. */
    String form();

    /** What is shown below the question: options, items, points; empty if nothing. */
    default Map<String, String> shown() {
        return Map.of();
    }

    /** Whether the student assesses the answer. */
    default boolean isSelfAssessed() {
        return false;
    }

    /** The same kind over the problem's given numbers. */
    default Kind over(Map<String, Tensor> given) {
        return this;
    }

    /** Whether the answer may be marked in parts with these credits in all; refuses credits that cannot be. */
    default void require(double credits) {}
}
