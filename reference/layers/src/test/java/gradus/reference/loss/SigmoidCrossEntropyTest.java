package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Sigmoid;
import gradus.reference.dense.Affine;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigmoidCrossEntropyTest {
    private final SigmoidCrossEntropy loss = new SigmoidCrossEntropy(Reduction.MEAN_BATCH);

    /** The logit ln 4 is p = 0.8; lecture 3 asks for its loss at yes. */
    @ParameterizedTest
    @CsvSource({"1, 0.22314, -0.2", "0, 1.60944, 0.8", "0.5, 0.91629, 0.3"})
    void works_out_a_prediction_of_the_lecture(double y, double expected, double slope) {
        assertThat(loss.forward(Tensor.of(Math.log(4)), Tensor.of(y))).isCloseTo(expected, within(5e-6));
        assertThat(loss.backward()).isCloseTo(Tensor.of(slope), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 6, 1", "HALF_SUM, 3, 2", "MEAN_BATCH, 3, 2", "MEAN_ALL, 1, 6"})
    void reductions_differ_by_a_factor(Reduction reduction, double doublings, double divisor) {
        SigmoidCrossEntropy other = new SigmoidCrossEntropy(reduction);
        Tensor y = Tensor.of(new double[][] {{1, 1, 0}, {0, 1, 0}});

        assertThat(other.forward(Tensor.zeros(2, 3), y)).isCloseTo(doublings * Math.log(2), within(1e-15));
        assertThat(other.backward()).isCloseTo(y.negate().plus(0.5).divide(divisor), 1e-15);
    }

    /** Lecture 4: p - y at the logits; times h at the second weights; through w h (1 - h) x at the first. */
    @Property(seed = "2026", tries = 20)
    void gradients_through_two_layers_are_those_of_the_lecture(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Affine first = affine(seed, dims.d(), dims.k());
        Affine second = affine(seed + 2, dims.k(), dims.m());
        Sigmoid squash = new Sigmoid();
        Tensor x = values.draw(seed + 4, 1, dims.d());
        Tensor y = Tensor.bernoulli(Shape.of(1, dims.m()), 0.5, new Seed(seed + 5));
        Tensor h = squash.forward(first.forward(x));
        Tensor s = second.forward(h);
        loss.forward(s, y);
        Tensor ds = loss.backward();
        first.backward(squash.backward(second.backward(ds)));

        Tensor p = new Sigmoid().forward(s);
        assertThat(ds).isWithin(p.minus(y), 1e-15);
        for (int j = 0; j < dims.k(); j++) {
            double blame = 0;
            for (int i = 0; i < dims.m(); i++) {
                double difference = p.get(0, i) - y.get(0, i);
                assertThat(second.parameters().get(0).gradient().get(j, i))
                        .isCloseTo(difference * h.get(0, j), within(1e-14));
                blame += difference * second.parameters().get(0).value().get(j, i);
            }
            for (int k = 0; k < dims.d(); k++) {
                assertThat(first.parameters().get(0).gradient().get(k, j))
                        .isCloseTo(blame * h.get(0, j) * (1 - h.get(0, j)) * x.get(0, k), within(1e-14));
            }
        }
    }

    @Property(seed = "2026", tries = 50)
    void is_binary_cross_entropy_of_the_sigmoid(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Reduction reduction) {
        Tensor s = values.draw(seed, dims.n(), dims.d()).divide(1000); // so that no probability is rounded to 1
        Tensor y = Tensor.uniform(Shape.of(dims.n(), dims.d()), new Seed(seed + 1));
        Sigmoid sigmoid = new Sigmoid();
        BinaryCrossEntropy apart = new BinaryCrossEntropy(reduction);
        SigmoidCrossEntropy fused = new SigmoidCrossEntropy(reduction);
        double expected = apart.forward(sigmoid.forward(s), y);

        assertThat(fused.forward(s, y)).isCloseTo(expected, within(1e-13 * expected));
        assertThat(fused.backward()).isCloseTo(sigmoid.backward(apart.backward()), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void yes_and_no_may_change_places(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor s = values.draw(seed, dims.n(), dims.d());
        Tensor y = Tensor.bernoulli(Shape.of(dims.n(), dims.d()), 0.5, new Seed(seed + 1));
        double expected = loss.forward(s, y);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(s.negate(), y.oneMinus())).isCloseTo(expected, within(1e-14 * expected));
        assertThat(loss.backward()).isWithin(gradient.negate(), 1e-15);
    }

    /** With logits (0, s) and the label y: the softmax of two is a sigmoid of the difference. */
    @Property(seed = "2026", tries = 50)
    void is_softmax_cross_entropy_of_two_classes(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, dims.n(), 2);
        Tensor s = logits.select(1, 1).minus(logits.select(1, 0));
        Tensor y = Tensor.bernoulli(s.shape(), 0.5, new Seed(seed + 1));
        SoftmaxCrossEntropy two = new SoftmaxCrossEntropy();
        double expected =
                two.forward(logits, Tensor.stack(1, List.of(y.oneMinus(), y)).argmax(1));

        assertThat(loss.forward(s, y)).isCloseTo(expected, within(1e-13 * (1 + expected)));
        assertThat(loss.backward()).isWithin(two.backward().select(1, 1), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 0, 0", "1000, 0, 1000, 1", "-1000, 1, 1000, -1", "-1000, 0, 0, 0", "1000, 0.25, 750, 0.75"})
    void is_finite_and_right_far_out(double s, double y, double expected, double slope) {
        assertThat(loss.forward(Tensor.of(s), Tensor.of(y))).isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(slope));
    }

    @Test
    void tells_a_nearly_sure_answer_from_a_sure_one() {
        assertThat(loss.forward(Tensor.of(50), Tensor.of(1))).isCloseTo(Math.exp(-50), within(1e-35));
        assertThat(loss.forward(Tensor.of(-50), Tensor.of(0))).isCloseTo(Math.exp(-50), within(1e-35));
        assertThat(loss.backward()).isCloseTo(Tensor.of(Math.exp(-50)), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 0", "HALF_SUM, 0", "MEAN_BATCH, NaN", "MEAN_ALL, NaN"})
    void an_empty_batch_has_a_sum_but_no_mean(Reduction reduction, Double expected) {
        SigmoidCrossEntropy other = new SigmoidCrossEntropy(reduction);

        assertThat(other.forward(Tensor.zeros(0, 3), Tensor.zeros(0, 3))).isEqualTo(expected);
        assertThat(other.backward()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void refuses_a_target_of_another_shape() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SigmoidCrossEntropy.forward: y: expected shape (5, 3) but got (5, 1).");
    }

    @Test
    void refuses_a_target_that_is_no_probability() {
        assertThatThrownBy(() -> loss.forward(Tensor.of(3, 4), Tensor.of(1, -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SigmoidCrossEntropy.forward: y: expected probabilities from 0 to 1 but got -1.0.");
    }

    private static Affine affine(long seed, int inputs, int outputs) {
        Affine affine = new Affine(inputs, outputs);
        affine.parameters().get(0).set(Values.NORMAL.draw(seed, inputs, outputs));
        affine.parameters().get(1).set(Values.NORMAL.draw(seed + 1, outputs));
        return affine;
    }
}
