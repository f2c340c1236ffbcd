package gradus.sandbox;

import gradus.tensor.Layer;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Stands for a function of the parent, whichever of the four kinds the student's signature asks for; a layer's parameters stay with their owner. */
record GivenProxy(Server server, Handle function)
        implements Layer, Objective, ToDoubleFunction<Tensor>, UnaryOperator<Tensor> {
    @Override
    public Tensor forward(Tensor x) {
        return tensor("forward", x);
    }

    @Override
    public Tensor backward(Tensor dy) {
        return tensor("backward", dy);
    }

    @Override
    public double value(Tensor x) {
        return (Double) server.call(function, "value", x);
    }

    @Override
    public Tensor gradient(Tensor x) {
        return tensor("gradient", x);
    }

    @Override
    public double applyAsDouble(Tensor x) {
        return (Double) server.call(function, "applyAsDouble", x);
    }

    @Override
    public Tensor apply(Tensor x) {
        return tensor("apply", x);
    }

    private Tensor tensor(String method, Tensor x) {
        return (Tensor) server.call(function, method, x);
    }
}
