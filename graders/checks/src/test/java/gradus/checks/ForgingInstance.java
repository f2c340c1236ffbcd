package gradus.checks;

import gradus.subject.Answer;
import gradus.subject.Instance;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An instance whose process sends tensors of its own invention, and positions that there are not. */
record ForgingInstance(Instance right) implements Instance {

    @Override
    public Answer call(String method, Object... arguments) {
        Answer answer = right.call(method, arguments);
        return new Answer(answer.names(), answer.values(), List.of(-1, 99));
    }

    @Override
    public Map<String, Tensor> read() {
        Map<String, Tensor> forged = new TreeMap<>(right.read());
        forged.replaceAll((name, tensor) -> Tensor.zeros(4, 4));
        return forged;
    }

    @Override
    public void write(Map<String, Tensor> values) {
        right.write(values);
    }

    @Override
    public void close() {
        right.close();
    }
}
