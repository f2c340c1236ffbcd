package gradus.reference.classic;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Samples in groups around centres.
 *
 * @param centres (K, D), each the mean of its samples, if it has any
 * @param assignment (N), for each sample the number of its centre
 * @param inertias the sum of the squared distances of the samples to their centres, at the start and after each pass; none rises,
 *     and beyond the largest double they are infinite
 * @param converged whether the last pass moved no sample to another group
 */
public record Clustering(Tensor centres, IntTensor assignment, List<Double> inertias, boolean converged) {
    public Clustering {
        inertias = List.copyOf(inertias);
    }

    /** The last inertia. */
    public double inertia() {
        return inertias.get(inertias.size() - 1);
    }

    /** Returns the number of the nearest centre (M) for each row of x (M, D), the first of equals. */
    public IntTensor assign(Tensor x) {
        return nearest(x, centres);
    }

    static IntTensor nearest(Tensor x, Tensor centres) {
        return Distance.L2.between(x, centres).negate().argmax(1);
    }
}
