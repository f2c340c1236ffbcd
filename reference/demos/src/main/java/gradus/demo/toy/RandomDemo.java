package gradus.demo.toy;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.Weights;
import gradus.demo.picture.Plot;
import gradus.reference.activation.Relu;
import gradus.reference.init.Gaussian;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.net.Sequential;
import gradus.reference.optim.GradientDescent;
import gradus.reference.train.Trainer;
import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns noise by heart: 64 samples of 1000 unit Gaussian inputs and 10 such targets, 100 hidden ReLU, unit Gaussian weights, no
 * biases, the sum of squares, 500 steps of gradient descent at rate 1e-6.
 *
 * <p>The first step may well make the loss greater: the rate is near the edge of what is stable so high up.
 *
 * <p>Source: CS 540, lecture 1 (the same net in NumPy, with tensors, with autograd).
 */
public final class RandomDemo implements Demo {
    private static final int STEPS = 500;

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String about() {
        return "A net 1000-100-10 learns 64 random samples by heart.";
    }

    static Layer net() {
        return new Sequential(new Product(1000, 100), new Relu(), new Product(100, 10));
    }

    @Override
    public Report run(Setup setup) {
        Seed seed = setup.seed().named("random");
        Samples<Tensor> noise = Samples.of(
                Tensor.normal(Shape.of(64, 1000), seed.named("x")), Tensor.normal(Shape.of(64, 10), seed.named("y")));
        Layer net = net();
        Weights.draw(net, new Gaussian(1), seed.named("weights"));
        Trainer<Tensor> trainer = new Trainer<>(net, new MeanSquaredError(Reduction.SUM), GradientDescent::new);
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < setup.iterations(STEPS); i++) {
            losses.add(trainer.step(noise, 1e-6));
        }
        Report report = new Report().figure("loss at the start", losses.get(0), "%.3g");
        if (losses.size() > 100) {
            report.figure("loss at step 100", losses.get(100), "%.3g");
        }
        return report.figure("loss at the end", losses.get(losses.size() - 1), "%.3g")
                .draw(new Plot("64 random samples, learned by heart", "step", "sum of squares")
                        .logarithmic()
                        .withoutLegend()
                        .line("loss", losses)
                        .picture(name(), 640, 420));
    }
}
