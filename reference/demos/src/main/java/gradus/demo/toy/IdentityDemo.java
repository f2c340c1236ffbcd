package gradus.demo.toy;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.Weights;
import gradus.demo.picture.Mosaic;
import gradus.reference.activation.Sigmoid;
import gradus.reference.dense.Affine;
import gradus.reference.init.Gaussian;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.net.Sequential;
import gradus.reference.optim.Momentum;
import gradus.reference.train.Trainer;
import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * The net 8-3-8 that has to repeat one of eight symbols through three hidden units: in learning to, it invents a code, close to binary.
 * Sigmoids, squared error, rate 0.3, momentum 0.9, 5000 steps over all eight.
 *
 * <p>All outputs come out right from any start; that the codes rounded to bits are all different, as in the lecture's table, happens in
 * about half of the starts, because a code may well rest on middling values.
 *
 * <p>Source: CS 540, lecture 1 (the table of hidden values); Mitchell (1997), Machine learning, 4.6.4.
 */
public final class IdentityDemo implements Demo {
    private static final int SYMBOLS = 8;

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String about() {
        return "A net 8-3-8 that repeats its input invents a code for it.";
    }

    @Override
    public Report run(Setup setup) {
        Layer encoder = new Sequential(new Affine(SYMBOLS, 3), new Sigmoid());
        Layer net = new Sequential(encoder, new Affine(3, SYMBOLS), new Sigmoid());
        Weights.draw(net, new Gaussian(0.5), setup.seed().named("identity"));
        Tensor x = Tensor.eye(SYMBOLS);
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_BATCH);
        Trainer<Tensor> trainer = new Trainer<>(net, loss, Momentum::new);
        IntStream.range(0, setup.iterations(5000)).forEach(i -> trainer.step(Samples.of(x, x), 0.3));

        Tensor y = net.forward(x);
        Tensor codes = encoder.forward(x);
        Report report = new Report();
        for (int n = 0; n < SYMBOLS; n++) {
            report.say("  symbol %d: %.2f %.2f %.2f", n, codes.get(n, 0), codes.get(n, 1), codes.get(n, 2));
        }
        report.figure("squared error", loss.forward(y, x), "%.5f");
        report.figure("symbols repeated", y.greater(0.5).equalTo(x).min(1).sum(), "%.0f");
        report.figure("different codes when rounded", different(codes), "%.0f");
        return report.draw(new Mosaic("8-3-8: input, code, output of each symbol", 26, 70)
                .row("input", x.expand(0))
                .row("code", codes.transpose().expand(0))
                .row("output", y.transpose().expand(0))
                .picture(name()));
    }

    private static double different(Tensor codes) {
        Tensor numbers = codes.greater(0.5).matmul(Tensor.of(new double[][] {{4}, {2}, {1}}));
        return java.util.Arrays.stream(numbers.toArray()).distinct().count();
    }
}
