package gradus.reference.optim;

import gradus.tensor.Tensor;
import java.util.List;

/** Cuts gradients that are too large, before an optimizer sees them; against exploding gradients. */
public interface Clipping {
    /** Returns the gradients of all of a net's parameters, cut; changes none of the arguments. */
    List<Tensor> clip(List<Tensor> gradients);

    /** Returns a gradient that stands alone, cut. */
    default Tensor clip(Tensor gradient) {
        return clip(List.of(gradient)).get(0);
    }
}
