package gradus.problems;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The slips of one problem and the models of somebody who slips so; each is made when first needed, and kept. */
final class SlipLibrary {
    private final Problem problem;
    private final Map<Slip, Model> slipped = new ConcurrentHashMap<>();
    private volatile @Nullable List<Slip> slips;

    SlipLibrary(Problem problem) {
        this.problem = problem;
    }

    List<Slip> slips() {
        List<Slip> known = slips;
        if (known == null) {
            known = SlipCatalogue.of(problem);
            slips = known;
        }
        return known;
    }

    Model slipped(Slip slip) {
        return slipped.computeIfAbsent(slip, s -> problem.model().with(s.instead()));
    }
}
