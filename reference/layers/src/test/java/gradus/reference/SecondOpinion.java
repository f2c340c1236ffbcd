package gradus.reference;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.ArrayList;
import java.util.List;

/** Holds a backward against its forward written once more in dual numbers: c · tangent(y) = Σ gradient · tangent, over all that has one. */
public final class SecondOpinion {
    /** The forward, of x and the parameters in their order. */
    public interface Formula {
        Dual of(Dual x, List<Dual> parameters);
    }

    private SecondOpinion() {}

    /** Draws the layer's parameters and all directions, and holds value and slope against those of the formula. */
    public static void agrees(Layer layer, Tensor x, long seed, Formula formula) {
        List<Dual> parameters = parameters(layer, seed);
        Dual at = directed(x, seed + 1);
        Dual y = formula.of(at, parameters);
        Tensor c = Values.NORMAL.draw(seed + 2, y.shape().toArray());

        assertThat(layer.forward(x)).as("y").isCloseTo(y.value(), 1e-12);
        Tensor dx = layer.backward(c);

        List<Dual> all = new ArrayList<>(List.of(at));
        List<Tensor> gradients = new ArrayList<>(List.of(dx));
        all.addAll(parameters);
        layer.parameters().stream().map(Parameter::gradient).forEach(gradients::add);
        meet(gradients, all, c, y);
    }

    /** Holds Σ gradient · tangent of what was given against c · tangent of what came out. */
    public static void meet(List<Tensor> gradients, List<Dual> given, Tensor c, Dual y) {
        double backward = 0;
        double size = 1e-2; // saturated slopes are 0 up to the rounding of numbers about 1
        for (int i = 0; i < given.size(); i++) {
            Tensor terms = gradients.get(i).times(given.get(i).tangent());
            backward += terms.sum();
            size += terms.abs().sum();
        }
        size += c.times(y.tangent()).abs().sum();
        assertThat(backward).as("slope").isCloseTo(c.dot(y.tangent()), within(1e-10 * size));
    }

    /** Draws the parameters, of about 1/2, and a direction for each. */
    public static List<Dual> parameters(Trainable layer, long seed) {
        List<Dual> parameters = new ArrayList<>();
        for (Parameter p : layer.parameters()) {
            long own = seed + 100 + 2L * parameters.size();
            p.set(Values.NORMAL.draw(own, p.value().shape().toArray()).times(0.5));
            parameters.add(directed(p.value(), own + 1));
        }
        return parameters;
    }

    /** The tensor with a drawn direction. */
    public static Dual directed(Tensor value, long seed) {
        return new Dual(value, Values.NORMAL.draw(seed, value.shape().toArray()));
    }
}
