package gradus.problems.exam;

import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.tensor.Seed;
import org.jspecify.annotations.Nullable;

/**
 * All that makes a problem what it is on a paper.
 *
 * @param variant seed of its numbers; null for those of the bank
 * @param shuffle seed of the order of its options; null for that of the bank
 */
public record Reference(
        @JsonProperty("problem") String problem,
        @JsonProperty("variant") @Nullable Long variant,
        @JsonProperty("shuffle") @Nullable Long shuffle) {
    /** The problem as the paper poses it. */
    public Problem resolve(Bank bank) {
        Problem own = bank.find(problem)
                .orElseThrow(() -> new IllegalArgumentException("there is no problem '" + problem + "'."
                        + ProblemBank.nearest(problem)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse("")));
        Problem varied = variant == null ? own : bank.variant(own, variant);
        return shuffle == null ? varied : Shuffled.of(varied, new Seed(shuffle));
    }

    /** As it is printed: {@code 2022ss-6}, or with a variant {@code 2022ss-6@17}. */
    public String text() {
        return variant == null ? problem : problem + "@" + variant;
    }
}
