package gradus.demo;

import gradus.tensor.Optimizer;
import gradus.tensor.Parameter;
import gradus.tensor.Trainable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Steps of something that is no single layer with a single loss: an optimizer for each of its parameters. */
public final class Descent {
    private final List<Parameter> parameters;
    private final List<Optimizer> optimizers = new ArrayList<>();
    private final double rate;

    public Descent(Trainable net, Supplier<? extends Optimizer> optimizer, double rate) {
        parameters = net.parameters();
        parameters.forEach(p -> optimizers.add(optimizer.get()));
        this.rate = rate;
    }

    /** Makes all gradients zero. */
    public void clear() {
        parameters.forEach(Parameter::clear);
    }

    /** Moves all parameters by their gradients. */
    public void step() {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter p = parameters.get(i);
            p.set(optimizers.get(i).step(p.value(), p.gradient(), rate));
        }
    }
}
