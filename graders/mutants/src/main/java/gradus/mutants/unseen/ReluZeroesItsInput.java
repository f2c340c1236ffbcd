package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** ReLU that writes its zeros into the input. */
public final class ReluZeroesItsInput implements Layer {
    @Cached
    private Tensor x;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        double[] values = x.data();
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                values[i] = 0;
            }
        }
        return x;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return x.greater(0).where(dy, 0);
    }
}
