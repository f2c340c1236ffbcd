package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PerPixelTest {
    private static final IntTensor LABELS = IntTensor.of(Shape.of(1, 2, 3), 0, 1, 0, 1, 1, 0);

    private final PerPixel loss = new PerPixel(new SoftmaxCrossEntropy());

    /** Two classes with p = (1/4, 3/4) at each of six pixels, three of each class. */
    @Test
    void works_out_an_image_by_hand() {
        Tensor scores = Tensor.zeros(1, 2, 2, 3);
        scores.put(1, 1, Tensor.full(Shape.of(1, 1, 2, 3), Math.log(3)));

        assertThat(loss.forward(scores, LABELS)).isCloseTo((Math.log(4) + Math.log(4.0 / 3)) / 2, within(1e-15));
        assertThat(loss.backward().select(1, 1))
                .isCloseTo(
                        Tensor.of(Shape.of(1, 2, 3), 0.75, -0.25, 0.75, -0.25, -0.25, 0.75)
                                .divide(6),
                        1e-15);
    }

    @Property(seed = "2026", tries = 30)
    void is_the_mean_over_the_pixels_one_by_one(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.m());
        IntTensor labels = dims.pixelLabels(seed + 1);
        int pixels = dims.n() * dims.t() * dims.m();
        SoftmaxCrossEntropy one = new SoftmaxCrossEntropy();
        double sum = 0;
        Tensor gradient = Tensor.zeros(dims.n(), dims.d(), dims.t(), dims.m());
        for (int n = 0; n < dims.n(); n++) {
            for (int h = 0; h < dims.t(); h++) {
                for (int w = 0; w < dims.m(); w++) {
                    Tensor pixel = scores.select(3, w).select(2, h).slice(0, n, n + 1);
                    sum += one.forward(pixel, IntTensor.of(labels.get(n, h, w)));
                    for (int c = 0; c < dims.d(); c++) {
                        gradient.set(n, c, h, w, one.backward().get(0, c) / pixels);
                    }
                }
            }
        }

        assertThat(loss.forward(scores, labels)).isCloseTo(sum / pixels, within(1e-14 * sum));
        assertThat(loss.backward()).isWithin(gradient, 1e-15);
    }

    /** One output for each pixel and no classes: binary cross-entropy needs no rearranging. */
    @Property(seed = "2026", tries = 30)
    void two_classes_are_a_binary_mask(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, dims.n(), 2, dims.t(), dims.m());
        Tensor s = scores.slice(1, 1, 2).minus(scores.slice(1, 0, 1));
        Tensor mask = Tensor.bernoulli(s.shape(), 0.5, new Seed(seed + 1));
        SigmoidCrossEntropy binary = new SigmoidCrossEntropy(Reduction.MEAN_ALL);
        double expected = binary.forward(s, mask);

        assertThat(loss.forward(scores, Tensor.concat(1, mask.oneMinus(), mask).argmax(1)))
                .isCloseTo(expected, within(1e-13 * expected));
        assertThat(loss.backward().slice(1, 1, 2)).isWithin(binary.backward(), 1e-14);
    }

    @Test
    void ignores_pixels_where_the_loss_of_rows_does() {
        PerPixel other = new PerPixel(new WeightedSoftmaxCrossEntropy(Tensor.ones(2), -1, 0));
        IntTensor border = IntTensor.of(Shape.of(1, 2, 3), -1, -1, -1, -1, 1, -1);

        assertThat(other.forward(Tensor.zeros(1, 2, 2, 3), border)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(other.backward().abs().sum()).isCloseTo(1, within(1e-15));
    }

    @Test
    void refuses_what_are_no_images_and_labels_of_another_size() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(2, 3, 5), LABELS))
                .isInstanceOf(ShapeException.class)
                .hasMessage("PerPixel.forward: scores: expected shape (any, any, any, any) but got (2, 3, 5).");
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(1, 2, 3, 2), LABELS))
                .isInstanceOf(ShapeException.class)
                .hasMessage("PerPixel.forward: labels: expected shape (1, 3, 2) but got (1, 2, 3).");
    }
}
