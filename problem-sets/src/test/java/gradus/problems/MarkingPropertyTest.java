package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.expression.Expression;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Sheets over the chained problems with other numbers, so that nothing holds by the luck of the printed ones. */
class MarkingPropertyTest {
    private static final List<Problem> CHAINS = List.of(
            ProblemBank.find("2022ss-6").orElseThrow(),
            ProblemBank.find("2020mock-III").orElseThrow());

    @Property(seed = "2026", tries = 100)
    void a_right_sheet_gets_full_marks_however_it_is_rounded(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 3, max = 9) int digits,
            @ForAll boolean keptRounded) {
        SplittableRandom random = new SplittableRandom(seed);
        Problem problem = other(random);

        MarkSheet sheet = Marking.mark(problem, worked(problem, "", 0, digits, keptRounded));

        assertThat(sheet.earned()).isEqualTo(problem.credits());
        assertThat(sheet.marks()).extracting(Mark::status).isSubsetOf(MarkStatus.CORRECT, MarkStatus.CARRIED_FORWARD);
    }

    @Property(seed = "2026", tries = 100)
    void one_slip_with_consistent_work_costs_only_the_slip(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 3, max = 9) int digits,
            @ForAll boolean keptRounded) {
        SplittableRandom random = new SplittableRandom(seed);
        Problem problem = other(random);
        List<String> steps = List.of("h1", "h2", "h3");
        String slipped = steps.get(random.nextInt(steps.size()));
        double off = random.nextBoolean() ? 1.5 : -0.75;
        double wrong = Double.parseDouble(plain(problem.model().value(slipped).sum() + off, 3));
        Map<String, String> answers = worked(problem, slipped, wrong, digits, keptRounded);
        Assume.that(!isDegenerate(problem, answers));

        MarkSheet sheet = Marking.mark(problem, answers);

        Question question = problem.questions().stream()
                .filter(q -> q.id().equals(slipped))
                .findFirst()
                .orElseThrow();
        double cost = question.credits() > 0 ? question.credits() : 0.5;
        assertThat(sheet.earned()).as(MarkSheetText.of(sheet)).isEqualTo(problem.credits() - cost);
        assertThat(sheet.marks())
                .filteredOn(mark -> !mark.id().equals(slipped))
                .extracting(Mark::status)
                .isSubsetOf(MarkStatus.CORRECT, MarkStatus.CARRIED_FORWARD);
    }

    @Property(seed = "2026", tries = 100)
    void an_answer_that_follows_from_nothing_earns_nothing(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Problem problem = other(random);
        Map<String, String> answers = worked(problem, "", 0, 9, false);
        List<String> ids = problem.ids();
        String id = ids.get(random.nextInt(ids.size()));
        answers.put(id, plain(problem.model().value(id).sum() + 0.137, 9));

        Mark mark = Marking.mark(problem, answers).marks().get(ids.indexOf(id));

        assertThat(mark.status()).isEqualTo(MarkStatus.WRONG);
        assertThat(mark.earned()).isLessThanOrEqualTo(0);
    }

    /** The problem with quarters at random for all inputs, weights, biases and targets. */
    private static Problem other(SplittableRandom random) {
        Problem problem = CHAINS.get(random.nextInt(CHAINS.size()));
        Map<String, Expression> numbers = new HashMap<>();
        problem.given().forEach((role, names) -> {
            if (role != Role.CONSTANT) {
                names.forEach(name -> numbers.put(name, Expression.Numeral.of((random.nextInt(16) - 8) / 4.0 + 0.125)));
            }
        });
        return new Problem(
                problem.id(),
                problem.title(),
                problem.source(),
                problem.statement(),
                problem.conventions(),
                problem.given(),
                problem.model().with(numbers),
                problem.parts(),
                List.of(),
                List.of());
    }

    /** A sheet worked out step by step, with one wrong step if one is named, going on with rounded or full numbers. */
    private static Map<String, String> worked(
            Problem problem, String slipped, double wrong, int digits, boolean keptRounded) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        for (String id : problem.ids()) {
            double exact =
                    id.equals(slipped) ? wrong : problem.model().value(id, own).sum();
            String written = plain(exact, digits);
            answers.put(id, written);
            double kept = keptRounded ? Double.parseDouble(written) : exact;
            own.put(id, Tensor.full(Shape.of(), kept));
        }
        return answers;
    }

    private static boolean isDegenerate(Problem problem, Map<String, String> answers) {
        AnswerReader reader = new AnswerReader(problem.model(), List.of());
        Map<String, Tensor> own = new LinkedHashMap<>();
        boolean degenerate = false;
        for (String id : problem.ids()) {
            Written answer = reader.read(answers.getOrDefault(id, "0"));
            Tensor value = problem.model().value(id, own);
            Follower.Reading reading = new Follower.Reading(
                    new Follower.Assumption("", problem.model()),
                    value,
                    value.abs().times(0.01),
                    own);
            degenerate |= new Collapse(id, reading, answer).happens()
                    && !Collapse.ofKey(problem.model(), id, Set.of()).happens();
            own.put(id, answer.value());
        }
        return degenerate;
    }

    private static String plain(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .toPlainString();
    }
}
