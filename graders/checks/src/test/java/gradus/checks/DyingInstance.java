package gradus.checks;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Instance;
import gradus.tensor.Tensor;
import java.util.Map;

/** An instance whose process is gone as soon as one of its methods is called. */
record DyingInstance(Instance right, String method, Failure failure) implements Instance {

    @Override
    public Answer call(String called, Object... arguments) {
        if (called.equals(method)) throw failure;
        return right.call(called, arguments);
    }

    @Override
    public Map<String, Tensor> read() {
        return right.read();
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
