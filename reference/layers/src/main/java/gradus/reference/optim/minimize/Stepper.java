package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;
import java.util.Optional;

/** A way to choose the next point, with what it remembers of one minimisation. */
interface Stepper {
    /** Where the next gradient is to be taken. */
    default Tensor lookAhead(Tensor x) {
        return x;
    }

    /** The next point, or none if no descent was found. */
    Optional<Tensor> next(Tensor x, Tensor gradient);
}
