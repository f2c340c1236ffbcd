package gradus.problems.audit;

import gradus.problems.MarkSheet;
import gradus.problems.Marking;
import gradus.problems.Model;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Sheets that hope for credits without work, and work that is carried on from there. */
final class GamingSheets {
    private static final List<Double> ABSURD = List.of(0.0, 0.0, 1.0, 1e-9, 1e-6, 1e6, 1e9, -1e9);
    private static final int VARIANTS = 2;

    /** What stands where work should. */
    enum Game {
        /** One absurd number in some answers. */
        ABSURD,
        /** One absurd number in all answers. */
        ALIKE,
        /** Some answers repeat an earlier one. */
        COPIES,
        /** Some answers are one of their own inputs. */
        INPUTS,
        /** The key of the same problem with other numbers. */
        OTHER_KEY,
        /** A wrong value is followed by the key, or by what follows from the key. */
        INCONSISTENT
    }

    private final Map<String, Map<String, Tensor>> otherKeys = new HashMap<>();
    private final SplittableRandom random;

    private GamingSheets(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Tally run(List<Problem> bank, int sheets, long seed) {
        List<Problem> computed = bank.stream()
                .filter(problem -> problem.questions().stream().anyMatch(Question::isComputed))
                .toList();
        GamingSheets games = new GamingSheets(seed);
        Tally.Counter counter = new Tally.Counter("degenerate sheets that are not overpaid");
        for (int i = 0; i < sheets && !computed.isEmpty(); i++) {
            Problem problem = computed.get(i % computed.size());
            Game game = Game.values()[games.random.nextInt(Game.values().length)];
            Map<String, Tensor> own = games.sheet(problem, game);
            MarkSheet sheet = Marking.mark(problem, answers(problem, own));
            counter.add(
                    sheet.earned() <= Honest.worth(problem, sheet, own) + 1e-9, Honest.overpaid(problem, sheet, own));
        }
        return counter.tally();
    }

    private static Map<String, String> answers(Problem problem, Map<String, Tensor> own) {
        Hand hand = new Hand(Hand.ALL, Hand.Notation.POINT);
        Map<String, String> answers = new LinkedHashMap<>();
        own.forEach(
                (id, value) -> answers.put(id, Worked.text(problem.question(id).orElseThrow(), hand, value)));
        return answers;
    }

    /** Some answers of a game, the rest carried on from them; some are left out. */
    private Map<String, Tensor> sheet(Problem problem, Game game) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        double absurd = ABSURD.get(random.nextInt(ABSURD.size()));
        List<Question> questions =
                problem.questions().stream().filter(Question::isComputed).toList();
        int first = random.nextInt(questions.size()), last = first + 1 + random.nextInt(3);
        for (int i = 0; i < questions.size(); i++) {
            String id = questions.get(i).id();
            boolean gamed = game == Game.ALIKE || game == Game.OTHER_KEY || (i >= first && i < last);
            Tensor carried = problem.model().value(id, own);
            Tensor value = gamed ? gamed(problem, game, id, own, absurd, i == first) : carried;
            if (random.nextInt(8) > 0
                    && Double.isFinite(value.sum())
                    && value.shape().equals(carried.shape())) {
                own.put(id, value);
            }
        }
        return own;
    }

    private Tensor gamed(Problem problem, Game game, String id, Map<String, Tensor> own, double absurd, boolean first) {
        Model model = problem.model();
        Tensor carried = model.value(id, own);
        return switch (game) {
            case ABSURD, ALIKE -> Tensor.full(carried.shape(), absurd);
            case COPIES -> drawn(List.copyOf(own.values()), carried);
            case INPUTS ->
                drawn(
                        model.formula(id).names().stream()
                                .filter(model.formulas()::containsKey)
                                .map(name -> own.getOrDefault(name, model.value(name)))
                                .toList(),
                        carried);
            case OTHER_KEY -> otherKey(problem).getOrDefault(id, carried);
            case INCONSISTENT -> first ? carried.times(3).plus(1) : model.value(id);
        };
    }

    /** One of some values, if it has the right shape. */
    private Tensor drawn(List<Tensor> values, Tensor otherwise) {
        List<Tensor> fit = values.stream()
                .filter(value -> value.shape().equals(otherwise.shape()))
                .toList();
        return fit.isEmpty() ? otherwise : fit.get(random.nextInt(fit.size()));
    }

    private Map<String, Tensor> otherKey(Problem problem) {
        long seed = 1L + random.nextInt(VARIANTS);
        return otherKeys.computeIfAbsent(problem.id() + " " + seed, known -> {
            Map<String, Tensor> key = new HashMap<>();
            problem.variation()
                    .map(vary -> vary.variant(seed))
                    .ifPresent(other -> other.questions().stream()
                            .filter(Question::isComputed)
                            .forEach(question ->
                                    key.put(question.id(), other.model().value(question.id()))));
            return key;
        });
    }
}
