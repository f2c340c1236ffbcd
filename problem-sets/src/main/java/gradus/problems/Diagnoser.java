package gradus.problems;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Explains wrong answers by slipping on purpose: evaluates every slip of a problem and compares. */
final class Diagnoser {
    private static final int MOST = 3;

    /** A slip with the model of somebody who slips so. */
    private record Candidate(Slip slip, Model slipped) {}

    private final Problem problem;
    private final Model model;
    private final List<Candidate> candidates = new ArrayList<>();

    Diagnoser(Problem problem) {
        this.problem = problem;
        this.model = problem.model();
    }

    /** Tries all slips, first on the student's own earlier values, then on the right ones. */
    Optional<Diagnosis> diagnose(Answer answer, Written written, Map<String, Tensor> own) {
        if (candidates.isEmpty()) {
            problem.slips().forEach(slip -> candidates.add(new Candidate(slip, model.with(slip.instead()))));
        }
        Optional<Diagnosis> found = search(answer, written, own, candidates);
        List<Candidate> unseen = candidates.stream()
                .filter(candidate -> !isSeen(candidate.slip(), own.keySet()))
                .toList();
        return found.isPresent() || own.isEmpty() ? found : search(answer, written, Map.of(), unseen);
    }

    private Optional<Diagnosis> search(
            Answer answer, Written written, Map<String, Tensor> own, List<Candidate> candidates) {
        Map<Candidate, Tensor> fitting = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (matters(candidate.slip(), answer.id())) {
                value(candidate.slipped(), answer.id(), own)
                        .filter(value -> fits(answer, written, candidate.slip(), value))
                        .ifPresent(value -> fitting.put(candidate, value));
            }
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(likeliest(answer, own, fitting));
    }

    /** A mere resemblance must be exact; a cause may be rounded. */
    private static boolean fits(Answer answer, Written written, Slip slip, Tensor value) {
        return slip.rank() == Slip.Rank.COARSE ? written.isExactly(value) : answer.fits(written, value);
    }

    /** Of the first rank, the slips that change the fewest values on the way to the answer. */
    private Diagnosis likeliest(Answer answer, Map<String, Tensor> own, Map<Candidate, Tensor> fitting) {
        Candidate first = fitting.keySet().iterator().next();
        Map<Slip, Integer> reach = new LinkedHashMap<>();
        fitting.keySet().stream()
                .filter(candidate -> candidate.slip().rank() == first.slip().rank())
                .forEach(candidate -> reach.put(candidate.slip(), reach(candidate, answer.id(), own)));
        int least = Collections.min(reach.values());
        List<Slip> slips = reach.keySet().stream()
                .filter(slip -> reach.getOrDefault(slip, least) == least)
                .limit(MOST)
                .toList();
        return new Diagnosis(slips, fitting.values().iterator().next());
    }

    private int reach(Candidate candidate, String id, Map<String, Tensor> own) {
        return candidate.slip().rank() == Slip.Rank.LISTED
                ? 0
                : (int) problem.forward().stream()
                        .filter(name -> name.equals(id) || model.needs(id, name))
                        .filter(name -> Follower.differs(candidate.slipped().value(name, own), model.value(name, own)))
                        .count();
    }

    private boolean matters(Slip slip, String id) {
        return slip.instead().keySet().stream().anyMatch(name -> name.equals(id) || model.needs(id, name));
    }

    /** Whether the slip would have shown in one of the values that were answered. */
    private boolean isSeen(Slip slip, Set<String> answered) {
        return answered.stream().anyMatch(id -> matters(slip, id));
    }

    private static Optional<Tensor> value(Model slipped, String id, Map<String, Tensor> own) {
        try {
            return Optional.of(slipped.value(id, own));
        } catch (ShapeException e) {
            return Optional.empty(); // with these shapes nobody can slip so
        }
    }
}
