package gradus.problems;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The slips of one problem and the models of somebody who slips so; each is made when first needed, and kept. */
final class SlipLibrary {
    private final Problem problem;
    private final Map<Slip, Model> slipped = new ConcurrentHashMap<>();
    private final Map<String, List<Slip>> mattering = new ConcurrentHashMap<>();
    private volatile @Nullable List<Slip> slips;

    SlipLibrary(Problem problem) {
        this.problem = problem;
    }

    /** A library of no slips. */
    static SlipLibrary empty(Problem problem) {
        SlipLibrary empty = new SlipLibrary(problem);
        empty.slips = List.of();
        return empty;
    }

    List<Slip> slips() {
        List<Slip> known = slips;
        if (known == null) {
            known = SlipCatalogue.of(problem);
            slips = known;
        }
        return known;
    }

    /** The slips that could show in a value. */
    List<Slip> mattering(String id) {
        return mattering.computeIfAbsent(
                id,
                asked -> slips().stream().filter(slip -> matters(slip, asked)).toList());
    }

    /** Whether a slip could show in this value. */
    boolean matters(Slip slip, String id) {
        return slip.instead().keySet().stream()
                .anyMatch(name -> name.equals(id) || problem.model().needs(id, name));
    }

    Model slipped(Slip slip) {
        return slipped.computeIfAbsent(slip, s -> problem.model().with(s.instead()));
    }
}
