package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionParser;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is computed for a candidate, from formulas read once, is what comes out for the variant when it is read. */
class WorkingsTest {
    private static final int SEEDS = 2;

    static Stream<String> varying() {
        return ProblemBank.all().stream()
                .filter(problem -> problem.variation().isPresent())
                .map(Problem::id);
    }

    /** A variant as it is read, and its given numbers. */
    private record Drawn(Problem variant, Map<String, Tensor> given, Screen screen) {}

    private static Stream<Drawn> drawn(String id) {
        Variation variation = ProblemBank.find(id).orElseThrow().variation().orElseThrow();
        return Stream.iterate(1L, seed -> seed + 1).limit(SEEDS).map(seed -> {
            Problem variant = variation.variant(seed);
            Map<String, Tensor> given = new HashMap<>();
            variation.names().forEach(name -> given.put(name, variant.model().value(name)));
            return new Drawn(variant, given, variation.screen());
        });
    }

    @ParameterizedTest
    @MethodSource("varying")
    void values_are_those_of_the_variant(String id) {
        drawn(id).forEach(drawn -> {
            Workings workings = drawn.screen().workings(drawn.given());
            drawn.variant()
                    .forward()
                    .forEach(name -> assertThat(same(
                                    workings.value(name),
                                    drawn.variant().model().value(name)))
                            .as(id + ": " + name)
                            .isTrue());
        });
    }

    @ParameterizedTest
    @MethodSource("varying")
    void every_slip_of_the_variant_is_tried_and_comes_out_the_same(String id) {
        drawn(id).forEach(drawn -> {
            Map<String, Trial> trials = new LinkedHashMap<>();
            drawn.screen().trials().forEach(trial -> trials.putIfAbsent(key(drawn.variant(), trial.slip()), trial));
            for (Slip slip : drawn.variant().slips()) {
                String tried = key(drawn.variant(), slip);
                assertThat(trials).as(id).containsKey(tried);
                Workings workings = Objects.requireNonNull(trials.get(tried)).over(drawn.given());
                Model slipped = drawn.variant().model().with(slip.instead());
                for (String asked :
                        drawn.screen().asked().stream().map(Question::id).toList()) {
                    assertThat(same(workings.valueOrNull(asked), valueOrNull(slipped, asked)))
                            .as(id + ": " + slip + " in " + asked)
                            .isTrue();
                }
            }
        });
    }

    /** What a slip does, but for the numbers that stand in its formulas. */
    private static String key(Problem variant, Slip slip) {
        Map<String, String> texts = new HashMap<>();
        slip.instead().forEach((name, formula) -> texts.put(name, text(variant, name, formula)));
        return (slip.rank() == Slip.Rank.LISTED ? "listed " + slip.id() : slip.rank() + slip.id()) + texts;
    }

    private static String text(Problem variant, String name, Expression formula) {
        return variant.role(name).isPresent() ? "given" : formula.text();
    }

    private static @Nullable Tensor valueOrNull(Model model, String name) {
        try {
            return model.value(name);
        } catch (ShapeException e) {
            return null;
        }
    }

    private static boolean same(@Nullable Tensor a, @Nullable Tensor b) {
        if (a == null || b == null) {
            return a == b;
        }
        double[] x = a.toArray(), y = b.toArray();
        boolean same = a.shape().equals(b.shape());
        for (int i = 0; same && i < x.length; i++) {
            same = Double.compare(x[i], y[i]) == 0 || Math.abs(x[i] - y[i]) <= 1e-12 * Math.abs(x[i]);
        }
        return same;
    }

    private static Workings over(Map<String, String> formulas, Map<String, Double> given) {
        Map<String, Expression> read = new LinkedHashMap<>();
        formulas.forEach((name, text) -> read.put(name, ExpressionParser.formula(text, Set.copyOf(read.keySet()))));
        Map<String, Tensor> values = new HashMap<>();
        given.forEach((name, value) -> values.put(name, Model.number(value)));
        return new Model(read).over(values);
    }

    private static Map<String, String> formulas(String... pairs) {
        Map<String, String> formulas = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            formulas.put(pairs[i], pairs[i + 1]);
        }
        return formulas;
    }

    @Test
    void other_given_numbers_reach_numbers_lists_products_and_gradients() {
        Workings workings = over(
                formulas(
                        "a", "2",
                        "b", "3",
                        "c", "a*b",
                        "list", "[a, c]",
                        "fixed", "[[1, 0], [1, 1]]",
                        "product", "[list] @ fixed",
                        "loss", "sum(product)^2",
                        "da", "gradient(loss, a)",
                        "dc", "gradient(loss, c)"),
                Map.of("a", 5.0));

        assertThat(workings.value("c").get()).isEqualTo(15);
        assertThat(workings.value("list").toArray()).containsExactly(5, 15);
        assertThat(workings.value("product").toArray()).containsExactly(20, 15);
        assertThat(workings.value("loss").get()).isEqualTo(35 * 35);
        assertThat(workings.value("da").get()).isEqualTo(2 * 35 * (1 + 2 * 3));
        assertThat(workings.value("dc").get()).isEqualTo(2 * 35 * 2);
    }

    @Test
    void what_no_shapes_fit_is_null() {
        Workings workings = over(formulas("a", "1", "u", "[a, 2]", "v", "[1, a, 3]", "w", "u + v"), Map.of("a", 4.0));

        assertThat(workings.valueOrNull("w")).isNull();
        assertThat(List.of(workings.value("a").get())).containsExactly(4.0);
    }
}
