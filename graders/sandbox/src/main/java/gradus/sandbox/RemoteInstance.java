package gradus.sandbox;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Instance;
import gradus.subject.Loans;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object in a worker process. */
final class RemoteInstance implements Instance {
    private final Child worker;
    private final String name;
    private final Handle object;
    private final Loans<Object> loans = new Loans<>();
    private volatile @Nullable Failure unreported;

    RemoteInstance(Child worker, String name, Handle object) {
        this.worker = worker;
        this.name = name;
        this.object = object;
    }

    @Override
    public Answer call(String method, Object... arguments) {
        List<Object> travelling = Stream.of(arguments).map(worker::outgoing).toList();
        int lent = loans.call(method, travelling).size();
        return ask(method, ok -> answer(ok, lent), Kind.CALL, object, method, travelling);
    }

    @Override
    public Map<String, Tensor> read() {
        return ask("read", RemoteInstance::named, Kind.READ, object);
    }

    /** Does not wait: what goes wrong is told by the next call. */
    @Override
    public void write(Map<String, Tensor> values) {
        Map<String, Tensor> sorted = new TreeMap<>(values);
        worker.tell(
                failure -> unreported = failure,
                Kind.WRITE,
                object,
                List.copyOf(sorted.keySet()),
                List.copyOf(sorted.values()));
    }

    private <T> T ask(String method, Line.Parser<T> parser, Kind kind, Object... body) {
        try {
            T answer = worker.ask(name + "." + method, parser, kind, body);
            report();
            return answer;
        } catch (Failure failure) {
            report();
            throw failure;
        }
    }

    /** A write that failed explains whatever came after it. */
    private void report() {
        Failure first = unreported;
        unreported = null;
        if (first != null) {
            throw first;
        }
    }

    private static Answer answer(Frame ok, int lent) throws WireException {
        List<String> names = ok.list(0, 3, String.class);
        List<Object> values = ok.list(1, 3, Object.class);
        List<Long> changed = ok.list(2, 3, Long.class);
        boolean named = names.size() == values.size() && values.stream().noneMatch(RemoteInstance::isNoValue);
        boolean placed = changed.stream().allMatch(position -> position >= 0 && position < lent);
        if (!named || !placed) {
            throw new WireException(
                    "expected an answer about " + lent + " lent values but got " + names + ", " + changed + ".");
        }
        return new Answer(names, values, changed.stream().map(Long::intValue).toList());
    }

    private static boolean isNoValue(Object value) {
        return value instanceof Handle || value instanceof Optional<?>;
    }

    private static Map<String, Tensor> named(Frame ok) throws WireException {
        List<String> names = ok.list(0, 2, String.class);
        List<Tensor> tensors = ok.list(1, 2, Tensor.class);
        if (names.size() != tensors.size()) {
            throw new WireException("expected " + names.size() + " tensors but got " + tensors.size() + ".");
        }
        Map<String, Tensor> named = new TreeMap<>();
        IntStream.range(0, names.size()).forEach(i -> named.put(names.get(i), tensors.get(i)));
        return named;
    }

    @Override
    public void close() {
        worker.tell(failure -> {}, Kind.DROP, object);
    }
}
