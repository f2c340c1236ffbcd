package gradus.sandbox;

import gradus.subject.Answer;
import gradus.subject.Instance;
import gradus.subject.Subject;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A part of the child itself, called like an exercise: from a method's name and its arguments to an answer. */
record Service(BiFunction<String, List<Object>, Answer> methods) implements Subject, Instance {
    @Override
    public Instance create(Object... arguments) {
        return this;
    }

    @Override
    public Answer call(String method, Object... arguments) {
        return methods.apply(method, List.of(arguments));
    }

    @Override
    public Map<String, Tensor> read() {
        return Map.of();
    }

    @Override
    public void write(Map<String, Tensor> values) {
        throw new UnsupportedOperationException("expected a call but got tensors " + values.keySet());
    }

    @Override
    public void close() {
        // It lives as long as the process.
    }
}
