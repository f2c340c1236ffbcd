package gradus.reference.optim;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Sees to it that an optimizer serves one tensor: each gradient has its shape, and the next step is with the same shape again. */
final class OneTensor {
    private final String where;
    private @Nullable Shape served;

    OneTensor(String type) {
        this.where = type + ".step: ";
    }

    void require(Tensor theta, Tensor gradient, double rate) {
        if (served == null) {
            served = theta.shape();
        }
        theta.require(where + "theta", served.toArray());
        gradient.require(where + "gradient", served.toArray());
        Require.atLeastZero(where + "rate", rate);
    }
}
