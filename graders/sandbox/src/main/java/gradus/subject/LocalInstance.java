package gradus.subject;

import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An object in this process. */
final class LocalInstance implements Instance {
    private final Class<?> type;
    private final Object object;

    LocalInstance(Class<?> type, Object object) {
        this.type = type;
        this.object = object;
    }

    @Override
    public Answer call(String method, Object... arguments) {
        String where = where(method);
        Lent lent = new Lent(List.of(arguments));
        Bound<Method> bound = find(method, lent);
        Object returned = Blame.on(
                type,
                where,
                () -> bound.target().invoke(object, bound.arguments().toArray()));
        return new Returned(type, where).answer(bound.target().getReturnType(), returned, lent.changed());
    }

    private Bound<Method> find(String name, Lent lent) {
        List<Method> named = Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .toList();
        List<Method> written =
                named.stream().filter(method -> !method.isBridge()).toList();
        List<Method> candidates = written.isEmpty() ? named : written;
        Bound<Method> bound = Bound.first(candidates, lent);
        if (bound == null) {
            String actual =
                    candidates.isEmpty() && isDeclared(name) ? "one that is not public" : Bound.signatures(candidates);
            throw fault(Failure.Code.MISSING, name, "a public method for " + lent, actual);
        }
        return bound;
    }

    private boolean isDeclared(String name) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(name));
    }

    @Override
    public Map<String, Tensor> read() {
        TreeMap<String, Tensor> copies = new TreeMap<>();
        live().forEach((name, tensor) -> copies.put(name, tensor.copy()));
        return copies;
    }

    @Override
    public void write(Map<String, Tensor> values) {
        SortedMap<String, Tensor> live = live();
        values.forEach((name, value) -> assign(live, name, value));
    }

    private void assign(SortedMap<String, Tensor> live, String name, Tensor value) {
        Tensor target = live.get(name);
        if (target == null) {
            throw fault(
                    Failure.Code.MISSING, "parameters", "a parameter " + name, live.isEmpty() ? "none" : live.keySet());
        }
        if (!target.shape().equals(value.shape())) {
            throw fault(Failure.Code.WRONG_RETURN, "parameters", name + " of shape " + value.shape(), target.shape());
        }
        target.assign(value);
    }

    /** The tensors themselves. */
    private SortedMap<String, Tensor> live() {
        SortedMap<String, Tensor> live = new TreeMap<>();
        if (object instanceof Trainable trainable) {
            Blame.on(type, where("state"), () -> {
                live.putAll(trainable.state());
                return live;
            });
            parameters(trainable).forEach(parameter -> {
                live.put(parameter.name(), parameter.value());
                live.put(parameter.name() + ".gradient", parameter.gradient());
            });
        }
        return live;
    }

    private List<Parameter> parameters(Trainable trainable) {
        List<Parameter> first = Blame.on(type, where("parameters"), () -> List.copyOf(trainable.parameters()));
        List<Parameter> again = Blame.on(type, where("parameters"), () -> List.copyOf(trainable.parameters()));
        if (!first.equals(again)) { // a Parameter equals nothing but itself
            throw fault(
                    Failure.Code.WRONG_RETURN,
                    "parameters",
                    "the same objects at every call",
                    "new ones. Keep them in fields");
        }
        List<String> names = first.stream().map(Parameter::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw fault(Failure.Code.WRONG_RETURN, "parameters", "different names", names);
        }
        return first;
    }

    private Failure fault(Failure.Code code, String method, String expected, Object actual) {
        return new Failure(code, where(method) + ": expected " + expected + " but got " + actual + ".", null);
    }

    private String where(String method) {
        return type.getSimpleName() + "." + method;
    }

    @Override
    public void close() {
        // The garbage collector does it.
    }
}
