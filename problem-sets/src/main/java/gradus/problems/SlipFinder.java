package gradus.problems;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains wrong answers by slipping on purpose: evaluates every slip of a problem and compares. */
final class SlipFinder {
    private static final int MOST = 3;

    /** Of a value, this share may have been lost because earlier ones were rounded. */
    private static final double ROUNDED_SHARE = 0.01;

    private final Problem problem;
    private final Model model;
    private final Map<String, Written> sheet;

    /** Looks for slips in the answers to a problem; all that can be read are known from the start. */
    SlipFinder(Problem problem, Map<String, Written> sheet) {
        this.problem = problem;
        this.model = problem.model();
        this.sheet = sheet;
    }

    /** Tries all slips, first on the student's own earlier values, then on the right ones. */
    Optional<NamedSlip> find(Answer answer, Written written, Map<String, Tensor> own) {
        List<Slip> mattering = problem.library().mattering(answer.id());
        Optional<NamedSlip> found = search(answer, written, own, mattering);
        if (found.isPresent() || own.isEmpty()) {
            return found;
        }
        List<Slip> unseen = mattering.stream()
                .filter(slip ->
                        own.keySet().stream().noneMatch(id -> problem.library().matters(slip, id)))
                .toList();
        return search(answer, written, Map.of(), unseen);
    }

    /** The models of slips that change a value before the answer which the student does not show. */
    List<Model> hidden(NamedSlip found, String id, Map<String, Tensor> own) {
        return found.slips().stream()
                .filter(slip -> slip.rank() != Slip.Rank.COARSE)
                .filter(slip -> changed(slip, id, own).anyMatch(name -> !name.equals(id) && !own.containsKey(name)))
                .map(this::slipped)
                .toList();
    }

    /** The models of all slips that are causes. */
    List<Model> models(NamedSlip found) {
        return found.slips().stream()
                .filter(slip -> slip.rank() != Slip.Rank.COARSE)
                .map(this::slipped)
                .toList();
    }

    private Optional<NamedSlip> search(Answer answer, Written written, Map<String, Tensor> own, List<Slip> slips) {
        Map<Slip, Tensor> fitting = new LinkedHashMap<>();
        for (Slip slip : slips) {
            value(slip, answer.id(), own)
                    .filter(value -> fits(answer, written, slip, value))
                    .ifPresent(value -> fitting.put(slip, value));
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(likeliest(answer, own, fitting));
    }

    private Optional<Tensor> value(Slip slip, String id, Map<String, Tensor> own) {
        try {
            return Optional.of(slipped(slip).value(id, own));
        } catch (ShapeException e) {
            return Optional.empty(); // with these shapes nobody can slip so
        }
    }

    private Model slipped(Slip slip) {
        return problem.library().slipped(slip);
    }

    /** A mere resemblance must be exact; a cause may be rounded. */
    private static boolean fits(Answer answer, Written written, Slip slip, Tensor value) {
        return slip.rank() == Slip.Rank.COARSE ? written.isExactly(value) : answer.fits(written, value);
    }

    /**
     * Of the slips that agree best with the rest of the sheet, and of those the first rank, the ones that change the fewest
     * values on the way to the answer.
     */
    private NamedSlip likeliest(Answer answer, Map<String, Tensor> own, Map<Slip, Tensor> all) {
        Map<Slip, Tensor> fitting = all.size() == 1 ? all : agreeing(answer, all);
        Slip.Rank rank = fitting.keySet().iterator().next().rank();
        Map<Slip, Integer> reach = new LinkedHashMap<>();
        fitting.keySet().stream()
                .filter(slip -> slip.rank() == rank)
                .forEach(slip -> reach.put(slip, rank == Slip.Rank.LISTED ? 0 : reach(slip, answer.id(), own)));
        int least = Collections.min(reach.values());
        List<Slip> slips = reach.keySet().stream()
                .filter(slip -> reach.getOrDefault(slip, least) == least)
                .limit(MOST)
                .toList();
        return new NamedSlip(slips, fitting.values().iterator().next());
    }

    /** The slips that explain the most other answers; mere resemblances only where there is nothing else. */
    private Map<Slip, Tensor> agreeing(Answer answer, Map<Slip, Tensor> all) {
        Map<Slip, Tensor> causes = new LinkedHashMap<>(all);
        causes.keySet().removeIf(slip -> slip.rank() == Slip.Rank.COARSE);
        Map<Slip, Tensor> some = causes.isEmpty() ? all : causes;
        Map<Slip, Integer> agreements = new LinkedHashMap<>();
        some.keySet().forEach(slip -> agreements.put(slip, agreements(slip, answer.id())));
        int most = Collections.max(agreements.values());
        Map<Slip, Tensor> best = new LinkedHashMap<>(some);
        best.keySet().removeIf(slip -> agreements.getOrDefault(slip, 0) < most);
        return best;
    }

    /** How many other answers come out for somebody who slips so, from what stands before them. */
    private int agreements(Slip slip, String id) {
        Map<String, Tensor> before = new LinkedHashMap<>();
        int agreements = 0;
        for (Map.Entry<String, Written> entry : sheet.entrySet()) {
            boolean other = !entry.getKey().equals(id);
            agreements += other && agrees(slip, entry.getKey(), entry.getValue(), before) ? 1 : 0;
            before.put(entry.getKey(), entry.getValue().value());
        }
        return agreements;
    }

    private boolean agrees(Slip slip, String id, Written written, Map<String, Tensor> before) {
        try {
            Tensor value = slipped(slip).value(id, before);
            return written.standsFor(value, value.abs().times(ROUNDED_SHARE));
        } catch (ShapeException e) {
            return false; // with these shapes nobody can go on so
        }
    }

    private int reach(Slip slip, String id, Map<String, Tensor> own) {
        return (int) changed(slip, id, own).count();
    }

    /** The values on the way to the answer that the slip changes. */
    private Stream<String> changed(Slip slip, String id, Map<String, Tensor> own) {
        return problem.forward().stream()
                .filter(name -> name.equals(id) || model.needs(id, name))
                .filter(name -> Follower.differs(slipped(slip).value(name, own), model.value(name, own)));
    }
}
