package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every backward against the formula of its forward, differentiated forward. */
class ActivationDualTest {
    private final Tensor x = Values.NORMAL.draw(1, 5, 7);
    private final Tensor direction = Values.NORMAL.draw(2, 5, 7);
    private final Tensor c = Values.NORMAL.draw(3, 5, 7);

    @TestFactory
    Stream<DynamicTest> backward_is_the_slope_of_the_formula() {
        return Stream.of(
                agrees(new Identity(), z -> z),
                agrees(new Relu(), ActivationDualTest::positive),
                agrees(new LeakyRelu(0.2), z -> positive(z).plus(negative(z).times(0.2))),
                agrees(
                        new Elu(1.3),
                        z -> positive(z).plus(negative(z).exp().plus(-1).times(1.3))),
                agrees(
                        new Selu(),
                        z -> positive(z)
                                .plus(negative(z).exp().plus(-1).times(1.6732632423543772))
                                .times(1.0507009873554805)),
                agrees(
                        new Gelu(),
                        z -> z.times(z.times(Math.sqrt(0.5)).erf().plus(1)).times(0.5)),
                agrees(new Sigmoid(), Dual::sigmoid),
                agrees(new Tanh(), Dual::tanh),
                agrees(new Softplus(), z -> z.exp().plus(1).log()),
                agrees(new Swish(1.7), z -> z.times(z.times(1.7).sigmoid())),
                agrees(Swish.doubled(1.7), z -> z.times(z.times(1.7).sigmoid()).times(2)),
                agrees(new Square(), Dual::square),
                agrees(new Softmax(), z -> z.exp().divide(z.exp().sumKeep(1))),
                agrees(new LogSoftmax(), z -> z.minus(z.exp().sumKeep(1).log())));
    }

    @Test
    void the_slopes_of_a_parametric_relu_are_those_of_its_formula() {
        ParametricRelu layer = new ParametricRelu(7);
        Dual alpha = new Dual(Values.NORMAL.draw(4, 7), Values.NORMAL.draw(5, 7));
        layer.parameters().get(0).set(alpha.value());
        Dual z = new Dual(x, direction);
        Dual y = positive(z).plus(negative(z).times(alpha));

        assertThat(layer.forward(x)).isCloseTo(y.value(), 1e-15);
        double backward = layer.backward(c).dot(direction)
                + layer.parameters().get(0).gradient().dot(alpha.tangent());
        assertThat(backward).isCloseTo(y.tangent().dot(c), within(1e-12));
    }

    private DynamicTest agrees(Layer layer, UnaryOperator<Dual> formula) {
        return DynamicTest.dynamicTest(layer.getClass().getSimpleName(), () -> {
            Dual y = formula.apply(new Dual(x, direction));

            assertThat(layer.forward(x)).isCloseTo(y.value(), 1e-14);
            assertThat(layer.backward(c).dot(direction)).isCloseTo(y.tangent().dot(c), within(1e-12));
        });
    }

    private static Dual positive(Dual z) {
        return z.where(z.value().greater(0), 0);
    }

    private static Dual negative(Dual z) {
        return z.where(z.value().lessEqual(0), 0);
    }
}
