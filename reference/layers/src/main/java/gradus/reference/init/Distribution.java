package gradus.reference.init;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** How numbers of mean 0 and a given variance are spread. */
public enum Distribution {
    /** z √v, with z of mean 0 and variance 1. */
    NORMAL {
        @Override
        Tensor draw(Shape shape, double variance, Seed seed) {
            return Tensor.normal(shape, seed).times(Math.sqrt(variance));
        }
    },
    /** Even between -a and a = √(3 v), since the variance of U(-a, a) is a² / 3. */
    UNIFORM {
        @Override
        Tensor draw(Shape shape, double variance, Seed seed) {
            double a = Math.sqrt(3 * variance);
            return Tensor.uniform(shape, seed).times(2 * a).minus(a);
        }
    };

    abstract Tensor draw(Shape shape, double variance, Seed seed);
}
