package gradus.problems;

import gradus.problems.expression.Expression;
import java.util.Map;

/**
 * A way of going wrong: other formulas in the place of some of the problem's own.
 *
 * @param id names the kind of slip
 * @param when completes the sentence "This comes out when …"
 * @param costs credits that an answer loses by it
 * @param instead the formulas that somebody who slips so works with
 */
public record Slip(String id, String when, Rank rank, Map<String, Expression> instead, double costs) {
    /** What a slip costs whose costs are not known: all credits of the answer. */
    static final double ALL = Double.POSITIVE_INFINITY;

    /** How much a match explains; the first rank with a match is the one that is named. */
    public enum Rank {
        /** Listed for this very problem. */
        LISTED,
        /** One step of one formula. */
        STEP,
        /** The same step in every formula. */
        EVERYWHERE,
        /** A resemblance rather than a cause. */
        COARSE
    }

    public Slip {
        instead = Map.copyOf(instead);
    }

    Slip(String id, String when, Rank rank, Map<String, Expression> instead) {
        this(id, when, rank, instead, ALL);
    }

    static Slip step(String id, String when, String name, Expression instead) {
        return new Slip(id, when, Rank.STEP, Map.of(name, instead));
    }
}
