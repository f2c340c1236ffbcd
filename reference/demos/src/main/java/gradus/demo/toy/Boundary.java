package gradus.demo.toy;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where a classifier of points of the plane changes its mind: points (x, y) on the line p = 1/2. */
record Boundary(double[] x, double[] y) {
    private static final int STEPS = 160;

    /**
     * Looks for sign changes of the logit between neighbours of a grid over [-reach, reach]².
     *
     * @param logits maps points (N, 2) to (N, 1)
     */
    static Boundary of(UnaryOperator<Tensor> logits, double reach) {
        double[] at = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> reach * (2.0 * i / STEPS - 1))
                .toArray();
        Tensor points = Tensor.zeros(at.length * at.length, 2);
        for (int i = 0; i < points.dim(0); i++) {
            points.set(i, 0, at[i % at.length]);
            points.set(i, 1, at[i / at.length]);
        }
        double[] s = logits.apply(points).toArray();
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < at.length - 1; i++) {
            for (int j = 0; j < at.length - 1; j++) {
                double here = s[i * at.length + j];
                double right = s[i * at.length + j + 1];
                double above = s[(i + 1) * at.length + j];
                if (here < 0 != right < 0) {
                    found.add(new double[] {between(at[j], at[j + 1], here, right), at[i]});
                }
                if (here < 0 != above < 0) {
                    found.add(new double[] {at[j], between(at[i], at[i + 1], here, above)});
                }
            }
        }
        return new Boundary(
                found.stream().mapToDouble(p -> p[0]).toArray(),
                found.stream().mapToDouble(p -> p[1]).toArray());
    }

    /** Where the straight line from (from, atFrom) to (to, atTo) is 0. */
    private static double between(double from, double to, double atFrom, double atTo) {
        return from + (to - from) * atFrom / (atFrom - atTo);
    }
}
