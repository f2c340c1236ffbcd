package gradus.subject;

import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An object in this process. */
final class LocalInstance implements Instance {
    private final Class<?> type;
    private final Object object;
    private final Loans<Lent> loans = new Loans<>();

    LocalInstance(Class<?> type, Object object) {
        this.type = type;
        this.object = object;
    }

    @Override
    public Answer call(String method, Object... arguments) {
        String where = where(method);
        List<Lent> own = Lent.all(arguments);
        List<Lent> lent = loans.call(method, own);
        Bound<Method> bound = find(method, own.stream().map(Lent::copy).toList());
        Object returned = Blame.on(
                type,
                where,
                () -> bound.target().invoke(object, bound.arguments().toArray()));
        return new Returned(type, where).answer(bound.target().getReturnType(), returned, changed(lent));
    }

    private static List<Integer> changed(List<Lent> lent) {
        return IntStream.range(0, lent.size())
                .filter(position -> lent.get(position).hasChanged())
                .boxed()
                .toList();
    }

    private Bound<Method> find(String name, List<Object> arguments) {
        List<Method> named = Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .toList();
        List<Method> written =
                named.stream().filter(method -> !method.isBridge()).toList();
        List<Method> candidates = written.isEmpty() ? named : written;
        Bound<Method> bound = Bound.first(candidates, arguments);
        if (bound == null) {
            boolean hidden = candidates.isEmpty() && isDeclared(name);
            throw Signature.missing(
                    type,
                    "method",
                    Signature.of(name, arguments),
                    hidden ? "it is not public" : Signature.present(candidates));
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
        if (!live.keySet().containsAll(values.keySet())) {
            throw new Failure(
                    Failure.Code.MISSING,
                    "parameters(): expected %s but found %s. Keep the skeleton's names."
                            .formatted(names(values.keySet()), names(live.keySet())),
                    null);
        }
        values.forEach((name, value) -> assign(name, Objects.requireNonNull(live.get(name)), value));
    }

    /** Of the parameters and the state: {@code b and w}. */
    private static String names(Set<String> tensors) {
        String names = tensors.stream()
                .map(name -> name.replaceFirst("\\.gradient$", ""))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? "none" : names;
    }

    private void assign(String name, Tensor target, Tensor value) {
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
