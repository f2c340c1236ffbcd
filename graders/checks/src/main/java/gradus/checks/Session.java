package gradus.checks;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Instance;
import gradus.subject.Subject;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Drives one fresh instance through forward and backward, and notes what it writes to although it was only lent. */
public final class Session implements AutoCloseable {
    private final Exercise exercise;
    private final Case experiment;
    private final Instance instance;
    private final Set<String> changed = new TreeSet<>();

    public Session(Exercise exercise, Subject subject, Case experiment) {
        this.exercise = exercise;
        this.experiment = experiment;
        instance = subject.create(experiment.arguments().toArray());
        if (!experiment.parameters().isEmpty()) instance.write(experiment.parameters());
    }

    /** The result of the forward pass; a loss as a tensor of shape (). */
    public Tensor forward(List<Object> inputs) {
        Answer answer = call("forward", inputs);
        return experiment.isLoss() ? Tensor.full(Shape.of(), answer.number()) : answer.tensor();
    }

    /** What one backward pass returned and added, by row id. */
    public Map<String, Tensor> backward(List<Tensor> upstreams) {
        Map<String, Tensor> before = parameters();
        Answer answer = call("backward", upstreams);
        Map<String, Tensor> after = parameters();
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        for (Row row : exercise.backward()) {
            gradients.put(row.id(), row.part() == Row.Part.INPUT ? returned(answer, row) : added(before, after, row));
        }
        return gradients;
    }

    /** What was written to so far: {@code argument 1 of forward}, {@code the values of w}. */
    public Set<String> changed() {
        parameters();
        return changed;
    }

    @Override
    public void close() {
        instance.close();
    }

    private Answer call(String method, List<?> arguments) {
        Answer answer = instance.call(method, arguments.toArray());
        answer.changed().forEach(i -> changed.add("argument %d of %s".formatted(i + 1, method)));
        return answer;
    }

    private static Tensor returned(Answer answer, Row row) {
        return answer.values().size() == 1 ? answer.tensor() : answer.tensor("d" + row.variable());
    }

    private static Tensor added(Map<String, Tensor> before, Map<String, Tensor> after, Row row) {
        String name = row.variable() + ".gradient";
        return named(after, name).minus(named(before, name));
    }

    private static Tensor named(Map<String, Tensor> read, String name) {
        Tensor tensor = read.get(name);
        if (tensor != null) return tensor;
        throw new Failure(Failure.Code.WRONG_RETURN, "parameters(): expected to find %s there.".formatted(name), null);
    }

    private Map<String, Tensor> parameters() {
        if (experiment.parameters().isEmpty()) return Map.of();
        Map<String, Tensor> now = instance.read();
        experiment.parameters().forEach((name, value) -> {
            if (!Arrays.equals(value.toArray(), named(now, name).toArray())) changed.add("the values of " + name);
        });
        return now;
    }
}
