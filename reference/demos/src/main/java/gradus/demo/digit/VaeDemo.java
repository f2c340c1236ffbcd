package gradus.demo.digit;

import gradus.demo.Demo;
import gradus.demo.Descent;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Mosaic;
import gradus.reference.optim.Adam;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A variational autoencoder makes digits of its own: as its codes are kept near the unit Gaussian, any draw from that is a code, and the
 * way from one code to another leads through digits.
 *
 * <p>Source: lectures 8 and 12 (autoencoders that generate); Kingma and Welling (2013), Auto-encoding variational Bayes.
 */
public final class VaeDemo implements Demo {
    private static final int CODE = 8;
    private static final int HIDDEN = 64;
    private static final int EPOCHS = 30;
    private static final int SHOWN = 10;

    @Override
    public String name() {
        return "vae";
    }

    @Override
    public String about() {
        return "A variational autoencoder draws digits of its own.";
    }

    @Override
    public Report run(Setup setup) {
        Seed seed = setup.seed().named("vae");
        Vae net = new Vae(CODE, HIDDEN, seed);
        Samples<IntTensor> train = Digits.of(2000, setup.seed().named("train"));
        List<Vae.Loss> losses = learn(net, train, setup.iterations(EPOCHS), seed);
        Vae.Loss first = losses.get(0);
        Vae.Loss last = losses.get(losses.size() - 1);
        Tensor test = Digits.rows(Digits.of(200, setup.seed().named("test")));
        Tensor rebuilt = net.images(net.codes(test));
        Tensor codes = net.codes(test);
        Report report = new Report()
                .figure("loss in the first epoch", first.pixels() + first.divergence(), "%.1f")
                .figure("loss in the last epoch", last.pixels() + last.divergence(), "%.1f")
                .figure("  of it the divergence", last.divergence(), "%.2f")
                .figure(
                        "error per pixel, new digits",
                        rebuilt.minus(test).square().mean(),
                        "%.4f");
        Tensor drawn = net.images(Tensor.normal(Shape.of(2 * SHOWN, CODE), seed.named("drawn")));
        return report.draw(new Mosaic("A variational autoencoder", 4, 90)
                .row("digit", shown(test, 0))
                .row("rebuilt", shown(rebuilt, 0))
                .row("drawn", shown(drawn, 0))
                .row("drawn", shown(drawn, SHOWN))
                .row("from 0 to 1", shown(net.images(between(codes.slice(0, 0, 1), codes.slice(0, 1, 2))), 0))
                .row("from 3 to 8", shown(net.images(between(codes.slice(0, 3, 4), codes.slice(0, 8, 9))), 0))
                .picture(name()));
    }

    private static List<Vae.Loss> learn(Vae net, Samples<IntTensor> digits, int epochs, Seed seed) {
        Descent descent = new Descent(net, Adam::new, 2e-3);
        List<Vae.Loss> means = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            double[] sums = new double[2];
            new Batches(32).of(digits, seed.child(epoch)).forEach(batch -> {
                descent.clear();
                Vae.Loss loss = net.learn(Digits.rows(batch));
                descent.step();
                sums[0] += loss.pixels() * batch.size() / digits.size();
                sums[1] += loss.divergence() * batch.size() / digits.size();
            });
            means.add(new Vae.Loss(sums[0], sums[1]));
        }
        return means;
    }

    /** Codes on the straight way from one to another, (10, K). */
    private static Tensor between(Tensor from, Tensor to) {
        Tensor share = Tensor.of(IntStream.range(0, SHOWN)
                        .mapToDouble(i -> i / (SHOWN - 1.0))
                        .toArray())
                .expand(1);
        return from.times(share.oneMinus()).plus(to.times(share));
    }

    private static Tensor shown(Tensor rows, int from) {
        return rows.slice(0, from, from + SHOWN).reshape(SHOWN, Digits.SIZE, Digits.SIZE);
    }
}
