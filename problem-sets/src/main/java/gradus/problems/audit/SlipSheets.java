package gradus.problems.audit;

import gradus.problems.Mark;
import gradus.problems.MarkSheet;
import gradus.problems.Marking;
import gradus.problems.Model;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.Slip;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Sheets with one slip in one formula and consistent work after it. */
final class SlipSheets {
    private final Tally.Counter losing = new Tally.Counter("single slips that cost only their own marks");
    private final Tally.Counter naming = new Tally.Counter("single slips that are named rightly", 0.95);
    private final Tally.Counter misnaming = new Tally.Counter("single slips that are not named wrongly");

    private record Slipped(Problem problem, Slip slip, Model model, Question first) {}

    private SlipSheets() {}

    static List<Tally> run(List<Problem> bank, int sheets, long seed) {
        SlipSheets counts = new SlipSheets();
        List<Slipped> all =
                bank.stream().flatMap(problem -> slipped(problem).stream()).toList();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < sheets && !all.isEmpty(); i++) {
            counts.sheet(all.get(i < all.size() ? i : random.nextInt(all.size())), random);
        }
        return List.of(counts.losing.tally(), counts.naming.tally(), counts.misnaming.tally());
    }

    /** The slips in one formula of a problem with several values, each with the answer where it shows first. */
    private static List<Slipped> slipped(Problem problem) {
        List<Slipped> slipped = new ArrayList<>();
        if (problem.questions().stream().filter(Question::isComputed).count() < 2) {
            return slipped;
        }
        problem.slips().stream()
                .filter(slip -> slip.rank() == Slip.Rank.STEP || slip.rank() == Slip.Rank.LISTED)
                .filter(slip -> slip.instead().size() == 1
                        && problem.forward()
                                .contains(slip.instead().keySet().iterator().next()))
                .forEach(slip -> {
                    Model model = problem.model().with(slip.instead());
                    first(problem, model)
                            .ifPresent(question -> slipped.add(new Slipped(problem, slip, model, question)));
                });
        return slipped;
    }

    private static Optional<Question> first(Problem problem, Model model) {
        try {
            Optional<Question> first = Optional.empty();
            for (Question question : problem.questions()) {
                if (!question.isComputed()) {
                    continue;
                }
                Tensor value = model.value(question.id());
                boolean whole = question.counts() || question.shape().isPresent();
                if (!Arrays.stream(value.toArray())
                        .allMatch(x -> Double.isFinite(x) && (!whole || (x == Math.rint(x) && x > 0)))) {
                    return Optional.empty();
                }
                Tensor key = problem.model().value(question.id());
                if (first.isPresent() && !value.shape().equals(key.shape())) {
                    return Optional.empty(); // on paper nothing stretches
                }
                if (first.isEmpty() && Values.differ(value, key)) {
                    first = Optional.of(question);
                }
            }
            return first;
        } catch (ShapeException e) {
            return Optional.empty(); // nobody can work on with these shapes
        }
    }

    private void sheet(Slipped one, SplittableRandom random) {
        Problem problem = one.problem();
        Hand hand = new Hand(random.nextBoolean() ? Hand.ALL : 5 + random.nextInt(5), Hand.Notation.POINT);
        Map<String, Tensor> own = new LinkedHashMap<>();
        Map<String, String> answers = Worked.out(problem, one.model(), hand, random.nextBoolean(), own);
        MarkSheet sheet = Marking.mark(problem, answers);
        Mark first = mark(sheet, one.first().id());
        if (Values.isDegenerate(problem, one.model(), own, hand.digits())) {
            losing.addApart();
        } else {
            losing.add(
                    problem.credits() - sheet.earned() <= cost(problem, one.first(), own, hand.digits()) + 1e-9,
                    lost(sheet, one));
        }
        named(one, first, own, hand.digits());
    }

    static Mark mark(MarkSheet sheet, String id) {
        return sheet.marks().stream()
                .filter(mark -> mark.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a slip may cost: its own answer, or the part's deduction, and where the paper carries nothing, what changes. */
    static double cost(Problem problem, Question first, Map<String, Tensor> own, int digits) {
        double slip = problem.parts().stream()
                .filter(part -> part.questions().contains(first))
                .mapToDouble(Part::slip)
                .sum();
        double uncarried = problem.questions().stream()
                .filter(question -> own.containsKey(question.id()) && !question.carries() && !question.equals(first))
                .filter(question -> !Values.isRounded(
                        own.getOrDefault(question.id(), problem.model().value(question.id())),
                        problem.model().value(question.id()),
                        digits))
                .mapToDouble(Question::credits)
                .sum();
        return uncarried + (first.credits() > 0 ? first.credits() : slip);
    }

    private static String lost(MarkSheet sheet, Slipped one) {
        return sheet.marks().stream()
                .filter(mark -> mark.earned() < mark.possible() || mark.earned() < 0)
                .reduce((a, b) -> b)
                .map(mark -> one.slip().id() + " in " + one.slip().instead().keySet() + ": "
                        + RightSheets.shown(sheet, mark))
                .orElse(sheet.problem().id() + " " + one.slip().id());
    }

    private void named(Slipped one, Mark first, Map<String, Tensor> own, int digits) {
        String named = first.misconception();
        boolean wrong = first.earned() < first.possible() || first.possible() == 0;
        if (!wrong) {
            naming.addApart();
            return;
        }
        String said =
                one.problem().id() + " " + one.slip().id() + " (" + one.slip().when() + ") in " + first.id() + " = "
                        + first.given() + ": " + named + ", " + first.message();
        boolean right = named != null
                && (names(named, one.slip().id()) || explains(one.problem(), one.first(), named, own, digits));
        naming.add(right, said);
        misnaming.add(right || named == null, said);
    }

    static boolean names(String named, String id) {
        return List.of(named.split(",", -1)).contains(id);
    }

    /** Whether a slip that is named leads to what stands on the sheet, or a listed wrong answer has another name for it. */
    static boolean explains(Problem problem, Question first, String named, Map<String, Tensor> own, int digits) {
        return first.wrong().stream().anyMatch(wrong -> wrong.slip().equals(named))
                || problem.slips().stream()
                        .filter(slip -> names(named, slip.id()))
                        .anyMatch(slip -> fits(problem.model().with(slip.instead()), own, digits));
    }

    private static boolean fits(Model other, Map<String, Tensor> own, int digits) {
        try {
            return own.entrySet().stream()
                    .allMatch(answer -> Values.isRounded(answer.getValue(), other.value(answer.getKey()), digits)
                            || Values.isRounded(answer.getValue(), other.value(answer.getKey(), own), digits));
        } catch (ShapeException e) {
            return false;
        }
    }
}
