package gradus.sandbox;

import gradus.subject.Failure;
import gradus.tensor.Layer;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The functions that a check lends to student code. Calls of them come from a process that is not trusted: only the methods spelled out here are
 * called, on tensors, and they return tensors or numbers.
 */
final class Given {
    private final List<Object> functions = new ArrayList<>();

    /** Returns what travels for an argument: a handle for a function, the argument itself otherwise. */
    Object outgoing(Object argument) {
        boolean isFunction = argument instanceof Layer
                || argument instanceof Objective
                || argument instanceof ToDoubleFunction<?>
                || argument instanceof UnaryOperator<?>;
        if (!isFunction) {
            return argument;
        }
        functions.add(argument);
        return new Handle(functions.size() - 1, true);
    }

    /** Answers a call. @throws WireException if it is none that an honest caller makes */
    Frame answer(Frame call) throws WireException {
        Object function = function(call.value(0, 3, Handle.class));
        String method = call.value(1, 3, String.class);
        List<Tensor> arguments = call.list(2, 3, Tensor.class);
        if (arguments.size() != 1) {
            throw new WireException("expected one tensor for " + method + " but got " + arguments.size() + ".");
        }
        try {
            Object result = apply(function, method, arguments.get(0));
            return Frame.ok(call.id(), List.of(""), List.of(result), List.of());
        } catch (Failure | IllegalArgumentException e) {
            return Frame.fail(call.id(), new Failure(Failure.Code.EXCEPTION, String.valueOf(e.getMessage()), null));
        }
    }

    private Object function(Handle handle) throws WireException {
        if (!handle.own() || handle.number() < 0 || handle.number() >= functions.size()) {
            throw new WireException("expected a given function but got " + handle + ".");
        }
        return functions.get(handle.number());
    }

    private static Object apply(Object function, String method, Tensor x) throws WireException {
        if (function instanceof Layer layer && method.equals("forward")) {
            return layer.forward(x);
        }
        if (function instanceof Layer layer && method.equals("backward")) {
            return layer.backward(x);
        }
        if (function instanceof Objective objective && method.equals("value")) {
            return objective.value(x);
        }
        if (function instanceof Objective objective && method.equals("gradient")) {
            return objective.gradient(x);
        }
        return standard(function, method, x);
    }

    @SuppressWarnings("unchecked") // only functions of tensors are ever lent
    private static Object standard(Object function, String method, Tensor x) throws WireException {
        if (function instanceof ToDoubleFunction<?> f && method.equals("applyAsDouble")) {
            return ((ToDoubleFunction<Tensor>) f).applyAsDouble(x);
        }
        if (function instanceof UnaryOperator<?> f && method.equals("apply")) {
            return ((UnaryOperator<Tensor>) f).apply(x);
        }
        throw new WireException("expected a method of a given function but got " + method + ".");
    }
}
