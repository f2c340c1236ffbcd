package gradus.reference.norm;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** The coins that dropout tosses: entry i is dropped if number i of the seed is below p. Each toss has the next seed. */
final class Coins {
    private final double p;
    private Seed seed;

    Coins(String type, double p, Seed seed) {
        if (!(p >= 0 && p < 1)) {
            throw new IllegalArgumentException(
                    type + ": p: expected a probability from 0 to below 1 but got " + p + ".");
        }
        this.p = p;
        this.seed = seed;
    }

    /** 1 where an entry stays, 0 where it is dropped. */
    Tensor toss(Shape shape) {
        Tensor kept = Tensor.bernoulli(shape, p, seed).oneMinus();
        seed = seed.next();
        return kept;
    }

    /** The probability 1 - p of staying. */
    double keeping() {
        return 1 - p;
    }
}
