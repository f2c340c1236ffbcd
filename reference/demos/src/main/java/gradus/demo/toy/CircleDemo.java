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
        Report report = new Report();
        Picture sum = learn("sum", Reduction.SUM, 1000, setup, report);
        Picture mean = learn("mean", Reduction.MEAN_BATCH, 1000, setup, report);
        learn("mean", Reduction.MEAN_BATCH, 10_000, setup, report);
        return report.draw(Picture.grid("circle", 2, List.of(sum, mean)));
    }

    private static Picture learn(String reading, Reduction reduction, int usual, Setup setup, Report report) {
        Samples<Tensor> points = points(setup.seed().named("points"));
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
        return drawing("Gradient of the " + reading + ": %.1f %% right".formatted(100 * right), points, net);
    }

    private static Samples<Tensor> points(Seed seed) {
        Tensor x = Tensor.normal(Shape.of(POINTS, 2), seed);
        return Samples.of(x, x.square().sumKeep(1).less(1));
    }

    private static Picture drawing(String title, Samples<Tensor> points, Layer net) {
        double[] turn =
                IntStream.rangeClosed(0, 120).mapToDouble(i -> i * Math.PI / 60).toArray();
        Boundary found = Boundary.of(net::forward, REACH);
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
