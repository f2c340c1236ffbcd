package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Plain doubles give what the graph gives, whatever values are put in, for the problems' own formulas and for slips. */
class ScalarModelTest {
    private static final List<Problem> CHAINS = List.of(
            ProblemBank.find("2022ss-6").orElseThrow(),
            ProblemBank.find("2020mock-III").orElseThrow(),
            ProblemBank.find("L7-xavier").orElseThrow());

    @Property(seed = "2026", tries = 200)
    void agrees_with_the_graph(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Problem problem = CHAINS.get(random.nextInt(CHAINS.size()));
        List<Slip> slips = problem.slips();
        Model model = random.nextBoolean()
                ? problem.model()
                : problem.model().with(slips.get(random.nextInt(slips.size())).instead());
        Map<String, Tensor> own = new HashMap<>();
        Map<String, Double> numbers = new HashMap<>();
        for (String id : problem.ids()) {
            if (random.nextInt(3) == 0) {
                double value = random.nextInt(17) / 4.0 - 2;
                own.put(id, Tensor.full(Shape.of(), value));
                numbers.put(id, value);
            }
        }
        GraphModel graph = new GraphModel(model.formulas());
        ScalarModel scalars = new ScalarModel(model.formulas());
        assertThat(scalars.isComplete()).isTrue();
        for (String id : problem.ids()) {
            double truth = graph.value(id, own).sum();
            double value = scalars.value(id, numbers).orElseThrow();
            if (Double.isFinite(truth)) {
                assertThat(value).as(id).isCloseTo(truth, within(1e-9 * Math.max(1, Math.abs(truth))));
            } else {
                assertThat(Double.isFinite(value)).as(id).isFalse();
            }
        }
    }
}
