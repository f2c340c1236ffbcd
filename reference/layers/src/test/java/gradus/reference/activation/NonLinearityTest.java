package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which functions bend, which may change places, and which spoil each other. */
class NonLinearityTest {
    private final Relu relu = new Relu();
    private final Sigmoid sigmoid = new Sigmoid();

    /** The exam of August 2020, 8b: nothing that has passed a ReLU is negative, so every sample is put into one class. */
    @Property(seed = "2026", tries = 50)
    void a_sigmoid_of_a_relu_is_never_below_one_half(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        Tensor y = sigmoid.forward(relu.forward(x));

        assertThat(y.min()).isGreaterThanOrEqualTo(0.5);
        assertThat(y.equalTo(0.5)).hasEntriesOf(x.lessEqual(0));
    }

    /** The exam of February 2022, 1.5d: a sigmoid is positive, so a ReLU after it does nothing, unlike one before it. */
    @Test
    void relu_and_sigmoid_do_not_change_places() {
        Tensor x = Tensor.of(-Math.log(3), Math.log(3));

        assertThat(relu.forward(sigmoid.forward(x))).isWithin(Tensor.of(0.25, 0.75), 1e-15);
        assertThat(sigmoid.forward(relu.forward(x))).isWithin(Tensor.of(0.5, 0.75), 1e-15);
    }

    /** The exam of February 2022, 1.5b: the same entries are dropped, before or after. */
    @Property(seed = "2026", tries = 50)
    void relu_and_a_mask_change_places(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor mask = Values.ONE_HOT.draw(seed + 1, dims.n(), dims.d());

        assertThat(relu.forward(x.times(mask))).hasEntriesOf(relu.forward(x).times(mask));
    }

    /** The exam of July 2021, 1.6a and c. */
    @TestFactory
    Stream<DynamicTest> what_bends_is_not_additive() {
        return Stream.of(
                bends("relu", relu),
                bends("leaky relu", new LeakyRelu(0.01)),
                bends("elu", new Elu(1)),
                bends("selu", new Selu()),
                bends("gelu", new Gelu()),
                bends("sigmoid", sigmoid),
                bends("tanh", new Tanh()),
                bends("softplus", new Softplus()),
                bends("swish", new Swish(1)),
                bends("square", new Square()),
                bends("sine", Tensor::sin),
                bends("log(relu(x) + 1)", x -> relu.forward(x).plus(1).log()));
    }

    /** The exam of July 2021, 1.6b: ReLU(x) - ReLU(-x) looks like two bends and is none. */
    @Test
    void what_does_not_bend_is_additive() {
        assertThat(gap(new Identity()::forward)).isLessThan(1e-15);
        assertThat(gap(new LeakyRelu(1)::forward)).isLessThan(1e-15);
        assertThat(gap(x -> relu.forward(x).minus(relu.forward(x.negate())))).isLessThan(1e-15);
    }

    /** The exam of July 2021, 1.6d. */
    @Test
    void the_logarithm_of_relu_of_x_and_one_is_lost_from_minus_one_down() {
        Tensor y = relu.forward(Tensor.of(-7, -1, 0).plus(1)).log();

        double lost = Double.NEGATIVE_INFINITY;
        assertThat(y.toArray()).containsExactly(lost, lost, 0);
    }

    private static DynamicTest bends(String name, Layer layer) {
        return bends(name, layer::forward);
    }

    private static DynamicTest bends(String name, UnaryOperator<Tensor> f) {
        return DynamicTest.dynamicTest(name, () -> assertThat(gap(f)).isGreaterThan(1e-3));
    }

    /** How far f(2) + f(-3) is from f(2 - 3). */
    private static double gap(UnaryOperator<Tensor> f) {
        Tensor y = f.apply(Tensor.of(2, -3, 2 - 3));
        return Math.abs(y.get(0) + y.get(1) - y.get(2));
    }
}
