package gradus.reference.init;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;

/**
 * How many numbers one output of a weight sums (in), and to how many one input goes (out).
 *
 * <p>A matrix (D, M) has in = D, out = M. Filters (F, C, K) and (F, C, KH, KW) have in = C · KH · KW, out = F · KH · KW;
 * with groups, C counts the channels that a filter sees.
 */
record Fan(int in, int out) {
    static Fan of(String type, Shape weight) {
        if (weight.rank() < 2) {
            throw new ShapeException(type + ".create: shape: expected (D, M) or (F, C, KH, KW) but got " + weight
                    + ". A bias has no fan-in; start it with Constant.");
        }
        int first = weight.dim(0);
        int second = weight.dim(1);
        if (weight.rank() == 2) {
            return new Fan(first, second);
        }
        int window = 1;
        for (int axis = 2; axis < weight.rank(); axis++) {
            window *= weight.dim(axis);
        }
        return new Fan(second * window, first * window);
    }
}
