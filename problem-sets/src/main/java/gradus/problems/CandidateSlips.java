package gradus.problems;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether every slip shows with a candidate's numbers, and none too close to the key. */
final class CandidateSlips {
    private final Map<String, Tensor> given;
    private final Workings workings;
    private final Nearby nearby;
    private final List<Shown> listed = new ArrayList<>();

    CandidateSlips(Map<String, Tensor> given, Workings workings, Nearby nearby) {
        this.given = given;
        this.workings = workings;
        this.nearby = nearby;
    }

    @Nullable
    Rejection rejection(List<Trial> trials) {
        for (Trial trial : trials) {
            Shown first = trial.shown(given, workings);
            Rejection reason = first == null ? silent(trial) : rejection(trial.slip(), first);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** A mere resemblance may be silent, and any slip which with all numbers, or those close by, is so, too. */
    private @Nullable Rejection silent(Trial trial) {
        boolean silent = switch (trial.slip().rank()) {
            case COARSE -> true;
            case LISTED, EVERYWHERE -> nearby.isAlwaysSilent(trial);
            case STEP -> nearby.staysSilent(trial);
        };
        return silent ? null : Rejection.SILENT_SLIP;
    }

    private @Nullable Rejection rejection(Slip slip, Shown first) {
        if (first.isNear()) {
            return Rejection.NEAR_SLIP;
        }
        if (slip.rank() == Slip.Rank.LISTED) {
            if (listed.stream().anyMatch(other -> first.isLike(other, nearby))) {
                return Rejection.SAME_SLIPS;
            }
            listed.add(first);
        }
        return null;
    }
}
