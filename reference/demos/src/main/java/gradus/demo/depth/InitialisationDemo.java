package gradus.demo.depth;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.Weights;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.reference.init.Gaussian;
import gradus.reference.init.He;
import gradus.reference.init.XavierNormal;
import gradus.tensor.Initializer;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What ten layers of 500 units make of unit Gaussian inputs, by the deviation of their weights: 0.01 lets the activations of tanh die
 * out, 1 saturates them, Xavier keeps them; ReLU die out with Xavier and are kept by He.
 *
 * <p>Source: lecture 7 (the histograms, layer by layer).
 */
public final class InitialisationDemo implements Demo {
    private static final int LAYERS = 10;
    private static final int UNITS = 500;
    private static final int SAMPLES = 200;
    private static final int BARS = 40;

    /** How to start, and between which bounds the activations are counted. */
    private record Setting(String name, Initializer weights, Supplier<Layer> activation, double low, double high) {
        /** Whether the activation has ends, at -1 and 1, where its slope is 0; a ReLU has none. */
        boolean saturates() {
            return low == -1;
        }
    }

    private static final List<Setting> SETTINGS = List.of(
            new Setting("tanh, std 0.01", new Gaussian(0.01), Tanh::new, -1, 1),
            new Setting("tanh, std 1", new Gaussian(1), Tanh::new, -1, 1),
            new Setting("tanh, Xavier", new XavierNormal(), Tanh::new, -1, 1),
            new Setting("ReLU, Xavier", new XavierNormal(), Relu::new, 0, 3),
            new Setting("ReLU, He", new He(), Relu::new, 0, 3));

    @Override
    public String name() {
        return "initialisation";
    }

    @Override
    public String about() {
        return "Activations through 10 layers x 500 units, by initialisation.";
    }

    @Override
    public Report run(Setup setup) {
        Report report = new Report();
        Plot deviations = new Plot("Deviation by layer", "layer", "deviation").logarithmic();
        List<Picture> histograms = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            List<Tensor> layers = activations(setting, setup.seed());
            double[] spread =
                    layers.stream().mapToDouble(InitialisationDemo::deviation).toArray();
            Tensor last = layers.get(LAYERS - 1);
            report.figure("last deviation, " + setting.name, spread[LAYERS - 1], "%.2g");
            if (setting.saturates()) {
                report.figure(
                        "  share beyond 0.99, " + setting.name,
                        last.abs().greater(0.99).mean(),
                        "%.2f");
            }
            deviations.line(
                    setting.name,
                    IntStream.rangeClosed(1, LAYERS).asDoubleStream().toArray(),
                    spread);
            histograms.add(histogram(setting, layers));
        }
        histograms.add(deviations.picture("deviations", 270, 300));
        return report.draw(Picture.grid(name(), 3, histograms));
    }

    private static List<Tensor> activations(Setting setting, Seed seed) {
        Tensor x = Tensor.normal(Shape.of(SAMPLES, UNITS), seed.named("inputs"));
        List<Tensor> layers = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            Affine affine = Weights.draw(
                    new Affine(UNITS, UNITS),
                    setting.weights,
                    seed.named("layers").child(i));
            x = setting.activation.get().forward(affine.forward(x));
            layers.add(x);
        }
        return layers;
    }

    private static double deviation(Tensor x) {
        return Math.sqrt(x.minus(x.mean()).square().mean());
    }

    /** Zeros, which are half of the ReLU, are left out. */
    private static Picture histogram(Setting setting, List<Tensor> layers) {
        Plot plot = new Plot(setting.name, "activation other than 0", "share of the units").nested();
        double width = (setting.high - setting.low) / BARS;
        double[] middles = IntStream.range(0, BARS)
                .mapToDouble(i -> setting.low + (i + 0.5) * width)
                .toArray();
        for (int layer : new int[] {1, 2, 5, 10}) {
            double[] shares = new double[BARS];
            for (double y : layers.get(layer - 1).toArray()) {
                int bar = (int) Math.floor((y - setting.low) / width);
                if (y != 0 && y <= setting.high) {
                    shares[Math.min(bar, BARS - 1)] += 1.0 / (SAMPLES * UNITS);
                }
            }
            plot.line("layer " + layer, middles, shares);
        }
        return plot.legendBelow().picture(setting.name, 420, 300);
    }
}
