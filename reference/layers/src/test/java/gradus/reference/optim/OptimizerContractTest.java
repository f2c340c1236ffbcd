package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.reference.optim.WeightDecay.Form;
import gradus.tensor.Optimizer;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every rule of descent promises. */
class OptimizerContractTest {
    private static final List<Supplier<Optimizer>> RULES = List.of(
            GradientDescent::new,
            () -> new Momentum(0.9),
            () -> new AccumulatedMomentum(0.9),
            () -> new DeltaMomentum(0.9),
            () -> new Nesterov(0.9),
            () -> new Adagrad(1e-8),
            RmsProp::new,
            Adam::new,
            () -> new UncorrectedAdam(0.9, 0.999, 1e-8),
            () -> new AdamW(0.9, 0.999, 1e-8, 0.1));

    private static final Tensor THETA = Values.NORMAL.draw(1, 3, 5);
    private static final Tensor GRADIENTS = Values.NORMAL.draw(2, 7, 3, 5);
    private static final double[] RATES = {0.1, 0.1, 0.3, 0.3, 0.02, 0.02, 0.02};

    private static Stream<DynamicTest> each(Consumer<Supplier<Optimizer>> test) {
        return DynamicTest.stream(RULES.stream(), OptimizerContractTest::name, test::accept);
    }

    private static String name(Supplier<Optimizer> rule) {
        return rule.get().getClass().getSimpleName();
    }

    @TestFactory
    Stream<DynamicTest> arguments_are_only_read_and_the_answer_is_new() {
        return each(rule -> {
            Optimizer optimizer = rule.get();
            Tensor theta = THETA.copy();
            Tensor gradient = GRADIENTS.select(0, 0);
            for (double rate : new double[] {0.1, 0, 0.1}) {
                Tensor next = optimizer.step(theta, gradient, rate);
                next.fill(Double.NaN);
            }

            assertThat(theta).hasEntriesOf(THETA);
            assertThat(gradient).hasEntriesOf(GRADIENTS.select(0, 0));
            assertThat(optimizer.step(theta, gradient, 0.1).sum()).isFinite();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_gradient_changed_afterwards_changes_nothing() {
        return each(rule -> {
            Optimizer optimizer = rule.get();
            Tensor gradient = GRADIENTS.select(0, 0);
            Tensor theta = optimizer.step(THETA, gradient, 0.1);
            gradient.fill(1e6);

            Tensor expected =
                    Walked.along(rule.get(), THETA, GRADIENTS, 0.1, 0.1).select(0, 1);

            assertThat(optimizer.step(theta, GRADIENTS.select(0, 1), 0.1)).hasEntriesOf(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> each_object_has_a_memory_of_its_own() {
        return each(rule -> {
            Optimizer first = rule.get();
            Optimizer second = rule.get();
            first.step(THETA, GRADIENTS.select(0, 0), 0.1);

            Tensor expected = Walked.along(rule.get(), THETA, GRADIENTS, RATES);

            assertThat(Walked.along(second, THETA, GRADIENTS, RATES)).hasEntriesOf(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> entries_do_not_mix() {
        return each(rule -> {
            Tensor whole = Walked.along(rule.get(), THETA, GRADIENTS, RATES);

            Tensor part = Walked.along(rule.get(), THETA.slice(1, 2, 4), GRADIENTS.slice(2, 2, 4), RATES);

            assertThat(part).hasEntriesOf(whole.slice(2, 2, 4));
        });
    }

    @TestFactory
    Stream<DynamicTest> everything_turned_round_goes_the_other_way() {
        return each(rule -> {
            Tensor there = Walked.along(rule.get(), THETA, GRADIENTS, RATES);

            Tensor back = Walked.along(rule.get(), THETA.negate(), GRADIENTS.negate(), RATES);

            assertThat(back).hasEntriesOf(there.negate());
        });
    }

    @TestFactory
    Stream<DynamicTest> a_gradient_of_a_thousand_is_no_harm() {
        return each(rule -> {
            Tensor steep = GRADIENTS.sign().times(1000);

            assertThat(Walked.along(rule.get(), THETA, steep, RATES).sum()).isFinite();
        });
    }

    @TestFactory
    Stream<DynamicTest> nothing_to_learn_is_learnt_without_complaint() {
        return each(rule -> {
            Tensor none = Tensor.zeros(0, 3);

            assertThat(rule.get().step(none, none, 0.1)).hasEntriesOf(none);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_gradient_of_another_shape_is_refused() {
        return each(rule -> assertThatThrownBy(() -> rule.get().step(THETA, Tensor.zeros(5, 3), 0.1))
                .isInstanceOf(ShapeException.class)
                .hasMessage(name(rule) + ".step: gradient: expected shape (3, 5) but got (5, 3). Is it transposed?"));
    }

    @TestFactory
    Stream<DynamicTest> another_tensor_is_refused() {
        return each(rule -> {
            Optimizer optimizer = rule.get();
            optimizer.step(THETA, GRADIENTS.select(0, 0), 0.1);

            assertThatThrownBy(() -> optimizer.step(Tensor.zeros(1, 5), Tensor.zeros(1, 5), 0.1))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage(name(rule) + ".step: theta: expected shape (3, 5) but got (1, 5).");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_rate_that_climbs_is_refused() {
        return each(rule -> {
            for (double rate : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatThrownBy(() -> rule.get().step(THETA, GRADIENTS.select(0, 0), rate))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(name(rule) + ".step: rate: expected a finite number of 0 or more but got " + rate
                                + ".");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> every_rule_takes_weight_decay_of_zero() {
        return each(rule -> {
            Tensor alone = Walked.along(rule.get(), THETA, GRADIENTS, RATES);
            for (Form form : Form.values()) {
                WeightDecay decayed = new WeightDecay(rule.get(), form, 0);

                assertThat(Walked.along(decayed, THETA, GRADIENTS, RATES)).hasEntriesOf(alone);
            }
        });
    }
}
