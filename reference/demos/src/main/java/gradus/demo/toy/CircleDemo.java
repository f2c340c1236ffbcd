package gradus.demo.toy;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.Weights;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.reference.activation.Relu;
import gradus.reference.dense.Affine;
import gradus.reference.init.Gaussian;
import gradus.reference.loss.SigmoidCrossEntropy;
import gradus.reference.net.Sequential;
import gradus.reference.optim.GradientDescent;
import gradus.reference.train.Trainer;
import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Inside or outside of the unit circle: 200 unit Gaussian points, a net 2-8-1 with ReLU and sigmoid, weights 0.01 times unit Gaussian
 * numbers, biases 0, binary cross-entropy, 1000 steps of gradient descent at rate 0.05.
 *
 * <p>The course's code follows the gradient of the sum over the points; the text divides by N, a step 200 times shorter. Both readings
 * are shown, and how long the second takes. (The sigmoid is part of the loss here: the same numbers, and finite.)
 *
 * <p>Source: ECE 484, lecture 4.
 */
public final class CircleDemo implements Demo {
    private static final int POINTS = 200;
    private static final double REACH = 3;

    @Override
    public String name() {
        return "circle";
    }

    @Override
    public String about() {
        return "A net 2-8-1 learns which points lie in the unit circle.";
    }

    @Override
    public Report run(Setup setup) {
        Samples<Tensor> points = points(POINTS, setup.seed().named("points"));
        Report report = new Report();
        report.figure("share inside, 0.393 on average", points.targets().mean(), "%.3f");
        List<Picture> pictures = List.of(
                learn("sum", Reduction.SUM, 1000, points, setup, report),
                learn("mean", Reduction.MEAN_BATCH, 1000, points, setup, report),
                learn("mean", Reduction.MEAN_BATCH, 10_000, points, setup, report));
        return report.draw(Picture.grid("circle", pictures.size(), pictures));
    }

    private static Picture learn(
            String reading, Reduction reduction, int usual, Samples<Tensor> points, Setup setup, Report report) {
        Layer net = new Sequential(new Affine(2, 8), new Relu(), new Affine(8, 1));
        Weights.draw(net, new Gaussian(0.01), setup.seed().named("weights"));
        Trainer<Tensor> trainer = new Trainer<>(net, new SigmoidCrossEntropy(reduction), GradientDescent::new);
        int steps = setup.iterations(usual);
        IntStream.range(0, steps).forEach(i -> trainer.step(points, 0.05));
        Tensor logits = net.forward(points.x());
        double right = logits.greater(0).equalTo(points.targets()).mean();
        String what = "gradient of the " + reading + ", " + usual + " steps";
        double loss = new SigmoidCrossEntropy(Reduction.MEAN_BATCH).forward(logits, points.targets());
        report.figure("accuracy, " + what, right, "%.3f").figure("loss, " + what, loss, "%.3f");
        Boundary found = Boundary.of(net::forward, REACH);
        return drawing(title(reading, steps, right, found), points, found);
    }

    /** Where there is no line to be seen, the reason. */
    static String title(String reading, int steps, double right, Boundary found) {
        String reason = found.points().isEmpty() ? ", one class for all" : "";
        return String.format(Locale.ROOT, "The %s, %d steps: %.1f %% right%s", reading, steps, 100 * right, reason);
    }

    /** Unit Gaussian points, of which the circle has a share of 1 - exp(-1/2) = 0.393469 on average; the label inside is 1. */
    static Samples<Tensor> points(int count, Seed seed) {
        Tensor x = Tensor.normal(Shape.of(count, 2), seed);
        return Samples.of(x, x.square().sumKeep(1).less(1));
    }

    private static Picture drawing(String title, Samples<Tensor> points, Boundary found) {
        double[] turn =
                IntStream.rangeClosed(0, 120).mapToDouble(i -> i * Math.PI / 60).toArray();
        return new Plot(title, "x", "y")
                .within(-REACH, REACH, -REACH, REACH)
                .points("inside", column(points, 0, 1), column(points, 1, 1))
                .points("outside", column(points, 0, 0), column(points, 1, 0))
                .dots("learned", found.x(), found.y())
                .reference("unit circle", mapped(turn, Math::cos), mapped(turn, Math::sin))
                .legendBelow()
                .picture("circle", 470, 500);
    }

    private static double[] mapped(double[] turn, DoubleUnaryOperator f) {
        return Arrays.stream(turn).map(f).toArray();
    }

    /** A coordinate of the points of a class. */
    private static double[] column(Samples<Tensor> points, int axis, double label) {
        return IntStream.range(0, points.size())
                .filter(n -> points.targets().get(n, 0) == label)
                .mapToDouble(n -> points.x().get(n, axis))
                .toArray();
    }
}
