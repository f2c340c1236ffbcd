package gradus.reference.recurrent;

import gradus.tensor.Tensor;

/**
 * What a recurrent step does to its sums, entry by entry: φ = tanh with the slope 1 - h², or φ = ReLU with the slope 1 where h &gt; 0,
 * else 0. Both slopes follow from the output h alone.
 */
public enum Nonlinearity {
    TANH {
        @Override
        Tensor of(Tensor a) {
            return a.tanh();
        }

        @Override
        Tensor slope(Tensor h) {
            return h.square().oneMinus();
        }
    },
    RELU {
        @Override
        Tensor of(Tensor a) {
            return a.maximum(0);
        }

        @Override
        Tensor slope(Tensor h) {
            return h.greater(0);
        }
    };

    /** φ(a), shaped like a. */
    abstract Tensor of(Tensor a);

    /** φ' where φ is h, shaped like h. */
    abstract Tensor slope(Tensor h);
}
