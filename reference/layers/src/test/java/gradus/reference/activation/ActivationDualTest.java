package gradus.reference.activation;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every backward against the formula of its forward, differentiated forward; at the kinks the slope is that below 0. */
class ActivationDualTest {
    private static final List<Map.Entry<Layer, UnaryOperator<Dual>>> FORMULAS = List.of(
            Map.entry(new Identity(), z -> z),
            Map.entry(new Relu(), Dual::positive),
            Map.entry(new LeakyRelu(0.2), z -> z.positive().plus(negative(z).times(0.2))),
            Map.entry(
                    new Elu(1.3),
                    z -> z.positive().plus(negative(z).exp().plus(-1).times(1.3))),
            Map.entry(
                    new Selu(),
                    z -> z.positive()
                            .plus(negative(z).exp().plus(-1).times(1.6732632423543772))
                            .times(1.0507009873554805)),
            Map.entry(
                    new Gelu(),
                    z -> z.times(z.times(Math.sqrt(0.5)).erf().plus(1)).times(0.5)),
            Map.entry(new Sigmoid(), Dual::sigmoid),
            Map.entry(new Tanh(), Dual::tanh),
            Map.entry(new Softplus(), z -> z.exp().plus(1).log()),
            Map.entry(new Swish(1.7), z -> z.times(z.times(1.7).sigmoid())),
            Map.entry(Swish.doubled(1.7), z -> z.times(z.times(1.7).sigmoid()).times(2)),
            Map.entry(new Square(), Dual::square),
            Map.entry(new Softmax(), z -> z.exp().divide(z.exp().sumKeep(1))),
            Map.entry(new LogSoftmax(), z -> z.minus(z.exp().sumKeep(1).log())));

    @Property(seed = "2026", tries = 50)
    void backward_is_the_slope_of_the_formula(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = moderate(values.draw(seed, dims.n(), dims.d()));

        FORMULAS.forEach(entry -> SecondOpinion.agrees(
                entry.getKey(), x, seed, (z, none) -> entry.getValue().apply(z)));
    }

    @Property(seed = "2026", tries = 50)
    void the_slopes_of_a_parametric_relu_are_those_of_its_formula(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.t());

        SecondOpinion.agrees(
                new ParametricRelu(dims.d()),
                x,
                seed,
                (z, alpha) -> z.positive().plus(negative(z).times(alpha.get(0).reshape(dims.d(), 1))));
    }

    /** At most 30, so that the exponentials of the formulas are exact enough. */
    private static Tensor moderate(Tensor x) {
        return x.divide(Math.max(1, x.abs().max() / 30));
    }

    private static Dual negative(Dual z) {
        return z.where(z.value().lessEqual(0), 0);
    }
}
