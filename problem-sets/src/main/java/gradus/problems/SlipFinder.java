package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Explains wrong answers by slipping on purpose: evaluates every slip of a problem and compares. */
final class SlipFinder {
    private static final int MOST = 3;

    /** Of a value, this share may have been lost because earlier ones were rounded. */
    private static final double ROUNDED_SHARE = 0.01;

    private final Problem problem;
    private final Model model;
    private final Map<String, Written> sheet;
    private final Map<Slip, Set<String>> felt = new HashMap<>();

    /** The formulas that somebody goes on with, and whether the first wrong value is not on the sheet. */
    record Felt(Model model, boolean hidden) {}

    /** Looks for slips in the answers to a problem; all that can be read are known from the start. */
    SlipFinder(Problem problem, Map<String, Written> sheet) {
        this.problem = problem;
        this.model = problem.model();
        this.sheet = sheet;
    }

    /** Tries all slips, first on the student's own earlier values, rounded or not, then on the right ones. */
    Optional<NamedSlip> find(Answer answer, Written written, Map<String, Tensor> own, Map<String, Tensor> unrounded) {
        List<Slip> mattering = problem.library().mattering(answer.id());
        Optional<NamedSlip> found = search(answer, written, List.of(own, unrounded), mattering);
        if (found.isPresent() || own.isEmpty()) {
            return found;
        }
        List<Slip> unseen = mattering.stream()
                .filter(slip -> own.keySet().stream().noneMatch(id -> shows(slip, id)))
                .toList();
        return search(answer, written, List.of(Map.of()), unseen);
    }

    private boolean shows(Slip slip, String id) {
        return problem.library().matters(slip, id)
                && value(slip, id, Map.of())
                        .filter(value -> !Follower.differs(value, model.value(id)))
                        .isEmpty();
    }

    /**
     * What somebody who slips so goes on with: of each cause, those changes that the answer, or one before it that slips
     * alike, comes out of. The same slip made at another place is another slip.
     */
    List<Felt> felt(NamedSlip found, String id, Map<String, Tensor> own) {
        return found.causes().stream()
                .map(slip -> {
                    Set<String> places = felt.computeIfAbsent(slip, s -> new HashSet<>());
                    places.addAll(places(slip, id, own));
                    boolean hidden = isHidden(slip, id, own);
                    return new Felt(slipped(only(slip, hidden ? withValues(slip, places) : places)), hidden);
                })
                .toList();
    }

    /** Whether a slip changes a value before the answer which the student does not show. */
    private boolean isHidden(Slip slip, String id, Map<String, Tensor> own) {
        return changed(slip, id, own).anyMatch(name -> !name.equals(id) && !own.containsKey(name));
    }

    /** The quantities whose wrong formulas are needed for the answer to come out. */
    private Set<String> places(Slip slip, String id, Map<String, Tensor> own) {
        Set<String> all = slip.instead().keySet();
        Tensor value = slipped(slip).value(id, own);
        Set<String> needed = new HashSet<>(all);
        needed.removeIf(name -> {
            Set<String> others = new HashSet<>(all);
            others.remove(name);
            return !Follower.differs(slipped(only(slip, others)).value(id, own), value);
        });
        return needed.isEmpty() ? all : needed;
    }

    /** Who does not show a wrong value is taken to have got it wrong throughout, but each derivative is by itself. */
    private Set<String> withValues(Slip slip, Set<String> places) {
        Set<String> some = new HashSet<>(slip.instead().keySet());
        some.removeIf(name -> !places.contains(name) && model.differentiates(name, Set.of()));
        return some;
    }

    private static Slip only(Slip slip, Set<String> places) {
        Map<String, Expression> some = new HashMap<>(slip.instead());
        some.keySet().retainAll(places);
        return new Slip(slip.id(), slip.when(), slip.rank(), some, slip.costs());
    }

    private Optional<NamedSlip> search(
            Answer answer, Written written, List<Map<String, Tensor>> earlier, List<Slip> slips) {
        Map<Slip, Tensor> fitting = new LinkedHashMap<>();
        for (Slip slip : slips) {
            earlier.stream()
                    .flatMap(own -> value(slip, answer.id(), own).stream())
                    .filter(value -> fits(answer, written, slip, value))
                    .findFirst()
                    .ifPresent(value -> fitting.put(slip, value));
        }
        return fitting.isEmpty() ? Optional.empty() : Optional.of(likeliest(answer, earlier.get(0), fitting));
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
        List<Slip> causes = fitting.keySet().stream()
                .filter(slip -> slip.rank() != Slip.Rank.COARSE)
                .toList();
        return new NamedSlip(slips, causes, fitting.values().iterator().next());
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

    /** How many other answers come out for somebody who slips so, from what stands before them; exact ones break ties. */
    private int agreements(Slip slip, String id) {
        Map<String, Tensor> before = new LinkedHashMap<>();
        int agreements = 0;
        for (Map.Entry<String, Written> entry : sheet.entrySet()) {
            Question question = problem.question(entry.getKey()).orElseThrow();
            boolean other = !question.id().equals(id);
            agreements += other ? agreement(slip, question, entry.getValue(), before) : 0;
            if (question.shape().isEmpty()) {
                before.put(question.id(), entry.getValue().value());
            }
        }
        return agreements;
    }

    /** Nothing for another value; one that earlier rounding explains says much, and a little more where none need. */
    private int agreement(Slip slip, Question question, Written written, Map<String, Tensor> before) {
        try {
            Tensor value = slipped(slip).value(question.id(), before);
            if (question.shape().isPresent()) {
                return new Answer("", question, "", value).fits(written, value) ? sheet.size() + 1 : 0;
            }
            boolean agrees = written.standsFor(value, value.abs().times(ROUNDED_SHARE));
            return !agrees ? 0 : written.standsFor(value) ? sheet.size() + 1 : sheet.size();
        } catch (ShapeException e) {
            return 0; // with these shapes nobody can go on so
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
