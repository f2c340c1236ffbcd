package gradus.problems;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The slips that give a wrong answer.
 *
 * @param slips of one rank, to be told; different ways that end in the same value
 * @param causes all slips that explain the sheet as well, whatever their rank, but no mere resemblances
 * @param value what comes out when slipping so, unrounded
 */
record NamedSlip(List<Slip> slips, List<Slip> causes, Tensor value) {
    /** The kinds of slips, joined by commas. */
    String ids() {
        return slips.stream().map(Slip::id).distinct().collect(Collectors.joining(","));
    }

    /** Whether the problem's file lists them. */
    boolean isListed() {
        return slips.get(0).rank() == Slip.Rank.LISTED;
    }

    /** Whether it is a cause, no mere resemblance, and gives the answer to the last digit. */
    boolean isCauseOf(Written written) {
        return slips.get(0).rank() != Slip.Rank.COARSE && written.isExactly(value);
    }

    /** What the cheapest of them costs: the better reading counts. */
    double costs() {
        return slips.stream().mapToDouble(Slip::costs).min().orElse(Slip.ALL);
    }

    /** One sentence that offers every slip found. */
    String sentence() {
        return slips.stream()
                .map(slip -> "when " + slip.when())
                .collect(Collectors.joining(", or ", "This comes out ", "."));
    }
}
