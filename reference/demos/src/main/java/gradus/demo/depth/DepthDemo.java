package gradus.demo.depth;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.Weights;
import gradus.demo.picture.Plot;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.dense.Affine;
import gradus.reference.init.He;
import gradus.reference.init.XavierNormal;
import gradus.reference.net.Residual;
import gradus.reference.net.Sequential;
import gradus.tensor.Initializer;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How long the gradient is on its way back through 20 layers of 64 units. A sigmoid's slope is 1/4 at most, so sigmoids make it vanish; ReLU
 * with weights α times the identity multiply it by α a layer: α = 2 makes it explode. He's weights keep it about, and a residual
 * branch around every layer gives it a way past.
 *
 * <p>Source: ECE 484, lecture 3 (four sigmoids; α I); lecture 7; lecture 10 (residual nets).
 */
public final class DepthDemo implements Demo {
    private static final int DEPTH = 20;
    private static final int UNITS = 64;
    private static final int SAMPLES = 32;

    @Override
    public String name() {
        return "depth";
    }

    @Override
    public String about() {
        return "Gradients vanish and explode on their way through many layers.";
    }

    @Override
    public Report run(Setup setup) {
        Report report = new Report();
        Plot plot =
                new Plot("Gradient on its way back", "layer, from the input", "length, last layer = 1").logarithmic();
        Seed seed = setup.seed().named("depth");
        IntFunction<Layer> sigmoid = i -> new Sequential(drawn(new XavierNormal(), seed.child(i)), new Sigmoid());
        IntFunction<Layer> he = i -> new Sequential(drawn(new He(), seed.child(i)), new Relu());
        show("sigmoid, Xavier", sigmoid, seed, report, plot);
        show("ReLU, 0.5 I", i -> multiple(0.5), seed, report, plot);
        show("ReLU, 2 I", i -> multiple(2), seed, report, plot);
        show("ReLU, He", he, seed, report, plot);
        show("residual sigmoid", i -> new Residual(sigmoid.apply(i)), seed, report, plot);
        report.figure("factor of 3 layers ReLU, 2 I", factor(lengths(i -> multiple(2), seed), 3), "%.3g");
        report.figure("factor of 4 layers sigmoid, weights I", factor(lengths(i -> new Sigmoid(), seed), 4), "%.2g");
        return report.draw(plot.picture(name(), 560, 420));
    }

    private static Layer drawn(Initializer weights, Seed seed) {
        return Weights.draw(new Affine(UNITS, UNITS), weights, seed);
    }

    private static Layer multiple(double alpha) {
        Affine affine = new Affine(UNITS, UNITS);
        affine.parameters().get(0).set(Tensor.eye(UNITS).times(alpha));
        return new Sequential(affine, new Relu());
    }

    private static void show(String name, IntFunction<Layer> layer, Seed seed, Report report, Plot plot) {
        double[] lengths = lengths(layer, seed);
        report.figure("first layer over last, " + name, lengths[0], "%.2g");
        plot.line(name, IntStream.rangeClosed(1, DEPTH).asDoubleStream().toArray(), lengths);
    }

    private static double factor(double[] lengths, int layers) {
        return lengths[DEPTH - 1 - layers] / lengths[DEPTH - 1];
    }

    /** The lengths of the gradients by the outputs of the layers, first to last, that of the last being 1. */
    private static double[] lengths(IntFunction<Layer> layer, Seed seed) {
        List<Layer> net = IntStream.range(0, DEPTH).mapToObj(layer).toList();
        Tensor y = Tensor.uniform(
                Shape.of(SAMPLES, UNITS), seed.named("inputs")); // positive, so that α I passes all of it
        for (Layer each : net) {
            y = each.forward(y);
        }
        Tensor d = Tensor.normal(y.shape(), seed.named("gradient"));
        double last = Math.sqrt(d.square().sum());
        double[] lengths = new double[DEPTH];
        for (int i = DEPTH - 1; i >= 0; i--) {
            lengths[i] = Math.sqrt(d.square().sum()) / last;
            d = net.get(i).backward(d);
        }
        return lengths;
    }
}
