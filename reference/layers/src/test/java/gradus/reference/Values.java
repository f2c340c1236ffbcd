package gradus.reference;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** Kinds of numbers that bring out different mistakes. */
public enum Values {
    NORMAL {
        @Override
        Tensor from(Tensor z) {
            return z;
        }
    },
    NEGATIVE {
        @Override
        Tensor from(Tensor z) {
            return z.abs().plus(0.1).negate();
        }
    },
    TINY {
        @Override
        Tensor from(Tensor z) {
            return z.times(1e-3);
        }
    },
    LARGE {
        @Override
        Tensor from(Tensor z) {
            return z.plus(1).times(1e3);
        }
    },
    INTEGERS {
        @Override
        Tensor from(Tensor z) {
            return z.times(2).floor();
        }
    };

    abstract Tensor from(Tensor z);

    /** A tensor of such numbers, the same for the same seed. */
    public Tensor draw(long seed, int... dims) {
        return from(Tensor.normal(Shape.of(dims), new Seed(seed)));
    }
}
