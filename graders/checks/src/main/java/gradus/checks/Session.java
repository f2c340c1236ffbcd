package gradus.checks;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Instance;
import gradus.subject.Loans;
import gradus.subject.Subject;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Drives one fresh instance through forward and backward, and notes what it writes to although it was only lent. */
public final class Session implements AutoCloseable {
    private final Exercise exercise;
    private final Case experiment;
    private final Instance instance;
    private final Loans<String> loans = new Loans<>();
    private Map<String, Tensor> held;
    private final Set<String> changed = new TreeSet<>();

    public Session(Exercise exercise, Subject subject, Case experiment) {
        this.exercise = exercise;
        this.experiment = experiment;
        held = experiment.parameters();
        instance = subject.create(experiment.arguments().toArray());
        if (!experiment.parameters().isEmpty()) instance.write(experiment.parameters());
    }

    /** The result of the forward pass; a loss as a tensor of shape (). */
    public Tensor forward(List<Object> inputs) {
        Answer answer = call("forward", inputs);
        return experiment.isLoss() ? Tensor.full(Shape.of(), answer.number()) : answer.tensor();
    }

    /** Runs a backward pass. What a pass that threw had added to the parameters before counts as well. */
    public Gradients backward(List<Tensor> upstreams) {
        Map<String, Tensor> before = parameters();
        Map<String, Tensor> values = new LinkedHashMap<>();
        Failure failure = null;
        try {
            Answer answer = call("backward", upstreams);
            inputs().forEach(row -> values.put(row.id(), returned(answer, row)));
        } catch (Failure early) {
            if (!Experiment.isOrdinary(early) && early.code() != Failure.Code.NOT_ATTEMPTED) throw early;
            failure = early;
        }
        boolean telling = upstreams.stream().anyMatch(dy -> Comparison.largest(dy) != 0);
        add(values, before, parameters(), failure != null && telling);
        return new Gradients(values, failure);
    }

    /** Gives the parameters other values, and leaves something in their gradients, as training does. */
    public void train(Map<String, Tensor> values) {
        Map<String, Tensor> written = new LinkedHashMap<>(values);
        values.forEach((name, value) -> written.put(name + ".gradient", value.times(0.5)));
        if (!written.isEmpty()) instance.write(written);
        held = values;
    }

    /** What was written to so far: {@code argument 1 of forward}, {@code argument 1 of the latest forward}, {@code the values of w}. */
    public Set<String> changed() {
        parameters();
        return changed;
    }

    @Override
    public void close() {
        instance.close();
    }

    private Answer call(String method, List<?> arguments) {
        List<String> own = IntStream.rangeClosed(1, arguments.size())
                .mapToObj(i -> "argument %d of %s".formatted(i, method))
                .toList();
        List<String> lent = loans.call(method, own);
        Answer answer = instance.call(method, arguments.toArray());
        answer.changed().stream()
                .filter(i -> i >= 0 && i < lent.size() && !changed.contains(lent.get(i)))
                .map(i -> i < own.size() ? lent.get(i) : lent.get(i).replace(" of ", " of the latest "))
                .forEach(changed::add);
        return answer;
    }

    private static Tensor returned(Answer answer, Row row) {
        return answer.values().size() == 1 ? answer.tensor() : answer.tensor("d" + row.variable());
    }

    private List<Row> inputs() {
        return exercise.backward().stream()
                .filter(row -> row.part() == Row.Part.INPUT)
                .toList();
    }

    /** Adds the parameters' gradients; where the pass ended early, only those that it must have got to. */
    private void add(
            Map<String, Tensor> values, Map<String, Tensor> before, Map<String, Tensor> after, boolean endedEarly) {
        for (Row row : exercise.backward()) {
            if (row.part() != Row.Part.PARAMETER) continue;
            String name = row.variable() + ".gradient";
            Shape shape = experiment.variable(row).shape();
            Tensor added = named(after, name, shape).minus(named(before, name, shape));
            if (!endedEarly || Comparison.largest(added) != 0) values.put(row.id(), added);
        }
    }

    /** What was read comes from strangers: it may be missing, or have changed its shape. */
    private static Tensor named(Map<String, Tensor> read, String name, Shape shape) {
        Tensor tensor = read.get(name);
        if (tensor != null && tensor.shape().equals(shape)) return tensor;
        String found = tensor == null ? "none" : "one of shape " + tensor.shape();
        String message = "parameters(): expected a tensor %s of shape %s but got %s.".formatted(name, shape, found);
        throw new Failure(Failure.Code.WRONG_RETURN, message, null);
    }

    private Map<String, Tensor> parameters() {
        if (experiment.parameters().isEmpty()) return Map.of();
        Map<String, Tensor> now = instance.read();
        held.forEach((name, value) -> {
            if (!Arrays.equals(value.toArray(), named(now, name, value.shape()).toArray()))
                changed.add("the values of " + name);
        });
        return now;
    }
}
