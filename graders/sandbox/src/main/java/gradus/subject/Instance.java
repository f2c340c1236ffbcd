package gradus.subject;

import gradus.tensor.Tensor;
import java.util.Map;

/** One object under test. */
public interface Instance extends AutoCloseable {
    /**
     * Calls a public method. The method gets copies of the tensors, and the answer holds copies of what it returned.
     *
     * @throws Failure if there is no such method, if it throws, or if it returns what cannot be judged
     */
    Answer call(String method, Object... arguments);

    /**
     * Returns copies of all parameters (as {@code w}), of their gradients ({@code w.gradient}) and of the state, in the order of their names.
     *
     * @throws Failure if the parameters are not the same objects at every call
     */
    Map<String, Tensor> read();

    /**
     * Copies the values into the parameters, gradients and state of these names.
     *
     * <p>A remote instance may report a failure at the next call instead.
     *
     * @throws Failure if a name is unknown or a shape differs
     */
    void write(Map<String, Tensor> values);

    @Override
    void close();
}
