package gradus.mutants;

import gradus.checks.Row;
import gradus.subject.Answer;
import gradus.subject.Instance;
import gradus.subject.Subject;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Right code of which one result is distorted before anybody sees it: wrong in a way that no student would think of.
 *
 * @param distortion of the first input and the right result
 */
record Distorted(Subject right, Row row, BinaryOperator<Tensor> distortion) implements Subject {

    @Override
    public Instance create(Object... arguments) {
        return new DistortedInstance(right.create(arguments));
    }

    @Override
    public void close() {
        right.close();
    }

    private final class DistortedInstance implements Instance {
        private final Instance instance;
        private Tensor x = Tensor.zeros(0);
        private boolean isBack;

        DistortedInstance(Instance instance) {
            this.instance = instance;
        }

        @Override
        public Answer call(String method, Object... arguments) {
            Answer answer = instance.call(method, arguments);
            isBack = method.equals("backward");
            if (!isBack) x = (Tensor) arguments[0];
            boolean concerned = isBack ? row.part() == Row.Part.INPUT : row.isForward();
            return concerned ? new Answer(answer.names(), List.of(distort(answer)), answer.changed()) : answer;
        }

        private Object distort(Answer answer) {
            return answer.values().get(0) instanceof Double loss
                    ? (Object) distortion
                            .apply(x, Tensor.of(new double[][] {{loss}}))
                            .sum()
                    : distortion.apply(x, answer.tensor());
        }

        @Override
        public Map<String, Tensor> read() {
            Map<String, Tensor> values = new TreeMap<>(instance.read());
            if (isBack && row.part() == Row.Part.PARAMETER) {
                values.computeIfPresent(row.variable() + ".gradient", (name, g) -> distortion.apply(x, g));
            }
            return values;
        }

        @Override
        public void write(Map<String, Tensor> values) {
            instance.write(values);
        }

        @Override
        public void close() {
            instance.close();
        }
    }
}
