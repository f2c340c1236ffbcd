package gradus.demo.toy;

import gradus.tensor.Tensor;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where a classifier of the plane changes its mind: points of the line on which its logit is 0. */
record Boundary(List<Point2D> points) {
    private static final int STEPS = 160;

    /**
     * Looks for changes of the sign between neighbours on a grid over [-reach, reach]².
     *
     * @param logits maps points (N, 2) to (N, 1)
     */
    static Boundary of(UnaryOperator<Tensor> logits, double reach) {
        int side = STEPS + 1;
        Tensor grid = Tensor.zeros(side * side, 2);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                grid.set(i * side + j, 0, reach * (2.0 * j / STEPS - 1));
                grid.set(i * side + j, 1, reach * (2.0 * i / STEPS - 1));
            }
        }
        Tensor s = logits.apply(grid);
        List<Point2D> found = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                int here = i * side + j;
                add(found, grid, s, here, here + 1);
                add(found, grid, s, here, here + side);
            }
        }
        return new Boundary(found);
    }

    /** Adds the point between two neighbours at which a straight line through their logits is 0, if there is one. */
    private static void add(List<Point2D> found, Tensor grid, Tensor s, int a, int b) {
        double atA = s.get(a, 0);
        double atB = s.get(b, 0);
        if (atA < 0 != atB < 0) {
            double share = atA / (atA - atB);
            double x = grid.get(a, 0) + share * (grid.get(b, 0) - grid.get(a, 0));
            double y = grid.get(a, 1) + share * (grid.get(b, 1) - grid.get(a, 1));
            found.add(new Point2D.Double(x, y));
        }
    }

    double[] x() {
        return points.stream().mapToDouble(Point2D::getX).toArray();
    }

    double[] y() {
        return points.stream().mapToDouble(Point2D::getY).toArray();
    }
}
