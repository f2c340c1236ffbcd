package gradus.demo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.demo.DemoContract;
import gradus.demo.picture.Picture;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.awt.geom.Point2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bands are those of six runs of the course's code. */
class CircleDemoTest extends DemoContract {
    private static final int POINTS = 200;
    private static final int HIDDEN = 8;

    CircleDemoTest() {
        super(new CircleDemo(), 1);
    }

    @Test
    void the_gradient_of_the_sum_learns_the_circle() {
        assertThat(report.figure("accuracy, gradient of the sum, 1000 steps")).isBetween(0.98, 1.0);
        assertThat(report.figure("loss, gradient of the sum, 1000 steps")).isBetween(0.004, 0.42);
    }

    @Test
    void the_gradient_of_the_mean_needs_ten_times_as_long() {
        assertThat(report.figure("accuracy, gradient of the mean, 1000 steps")).isBetween(0.59, 0.81);
        assertThat(report.figure("accuracy, gradient of the mean, 10000 steps")).isBetween(0.985, 0.995);
    }

    /** P(x² + y² < 1) = 1 - exp(-1/2) = 0.393469 for unit Gaussian coordinates; within four deviations of so many points. */
    @Test
    void the_circle_has_its_share_of_the_points() {
        int count = 100_000;
        double share = 1 - Math.exp(-0.5);

        assertThat(share).isCloseTo(0.393469, within(5e-7));
        assertThat(CircleDemo.points(count, new Seed(0)).targets().mean())
                .isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / count)));
        assertThat(report.figure("share inside, 0.393 on average")).isBetween(0.25, 0.53);
    }

    @Test
    void a_panel_without_a_learned_line_says_why() {
        Boundary line = new Boundary(List.of(new Point2D.Double(1, 0)));

        assertThat(CircleDemo.title("mean", 1000, 0.63, new Boundary(List.of())))
                .isEqualTo("The mean, 1000 steps: 63.0 % right, one class for all");
        assertThat(CircleDemo.title("sum", 1000, 0.995, line)).isEqualTo("The sum, 1000 steps: 99.5 % right");
    }

    @Test
    void there_is_a_panel_for_each_way_to_learn() {
        assertThat(report.pictures()).extracting(Picture::width).containsExactly(3 * 470);
    }

    /**
     * The course's code again, all by hand: 200 unit Gaussian points with the label 1 where x² + y² < 1, weights 0.01 randn, biases 0, ReLU,
     * sigmoid, binary cross-entropy, 1000 steps at rate 0.05. By the sum over the points (share 1) and by their mean (share 1/200) it ends
     * where the demo ends, within the bands of the course.
     */
    @Test
    void by_hand_the_code_of_the_course_ends_as_the_demo_in_both_readings() {
        double[] sum = descended(1);
        double[] mean = descended(1.0 / POINTS);

        assertThat(report.figure("accuracy, gradient of the sum, 1000 steps"))
                .isCloseTo(sum[0], within(1e-12))
                .isBetween(0.785, 1.0);
        assertThat(report.figure("loss, gradient of the sum, 1000 steps")).isCloseTo(sum[1], within(1e-6));
        assertThat(report.figure("accuracy, gradient of the mean, 1000 steps"))
                .isCloseTo(mean[0], within(1e-12))
                .isBetween(0.59, 0.81);
        assertThat(report.figure("loss, gradient of the mean, 1000 steps")).isCloseTo(mean[1], within(1e-6));
    }

    /** Accuracy and mean loss after 1000 steps along a share of the gradient of the sum. */
    private static double[] descended(double share) {
        Seed seed = new Seed(0);
        double[] x = Tensor.normal(Shape.of(POINTS, 2), seed.named("points")).toArray();
        double[] w1 = randn(seed.named("weights").child(0), 2, HIDDEN); // w1[HIDDEN d + j]
        double[] b1 = new double[HIDDEN];
        double[] w2 = randn(seed.named("weights").child(2), HIDDEN, 1);
        double b2 = 0;
        double[] z = new double[HIDDEN];
        for (int step = 0; ; step++) {
            double[] dw1 = new double[2 * HIDDEN];
            double[] db1 = new double[HIDDEN];
            double[] dw2 = new double[HIDDEN];
            double db2 = 0;
            double right = 0;
            double loss = 0;
            for (int n = 0; n < POINTS; n++) {
                double u = x[2 * n];
                double v = x[2 * n + 1];
                double label = u * u + v * v < 1 ? 1 : 0;
                double score = b2;
                for (int j = 0; j < HIDDEN; j++) {
                    z[j] = u * w1[j] + v * w1[HIDDEN + j] + b1[j];
                    score += Math.max(0, z[j]) * w2[j];
                }
                double p = 1 / (1 + Math.exp(-score));
                right += (p > 0.5 ? 1 : 0) == label ? 1 : 0;
                loss -= label * Math.log(p) + (1 - label) * Math.log(1 - p);
                double d = p - label;
                db2 += d;
                for (int j = 0; j < HIDDEN; j++) {
                    dw2[j] += d * Math.max(0, z[j]);
                    double dz = z[j] > 0 ? d * w2[j] : 0;
                    dw1[j] += dz * u;
                    dw1[HIDDEN + j] += dz * v;
                    db1[j] += dz;
                }
            }
            if (step == 1000) {
                return new double[] {right / POINTS, loss / POINTS};
            }
            walk(w1, dw1, share);
            walk(b1, db1, share);
            walk(w2, dw2, share);
            b2 -= 0.05 * share * db2;
        }
    }

    private static double[] randn(Seed seed, int inputs, int outputs) {
        return Tensor.normal(Shape.of(inputs, outputs), seed).times(0.01).toArray();
    }

    private static void walk(double[] w, double[] gradient, double share) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= 0.05 * share * gradient[i];
        }
    }
}
