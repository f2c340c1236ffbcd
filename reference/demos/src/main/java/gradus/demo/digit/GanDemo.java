package gradus.demo.digit;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Mosaic;
import gradus.demo.picture.Plot;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A generator learns to draw digits from noise by deceiving a discriminator, without ever seeing one. How far its images are from real
 * ones is told by the squared distance to the nearest real digit, beside that of digits that are real and new.
 *
 * <p>Source: the summary (losses of generator and discriminator); lecture 12; Goodfellow and others (2014), Generative adversarial nets.
 */
public final class GanDemo implements Demo {
    private static final int EPOCHS = 80;
    private static final double TIE = Math.log(2);
    private static final int SHOWN = 10;

    @Override
    public String name() {
        return "gan";
    }

    @Override
    public String about() {
        return "A generator draws digits by deceiving a discriminator.";
    }

    @Override
    public Report run(Setup setup) {
        Seed seed = setup.seed().named("gan");
        Samples<IntTensor> digits = Digits.of(1000, setup.seed().named("train"));
        Tensor real = Digits.rows(digits);
        Tensor fresh = Digits.rows(Digits.of(100, setup.seed().named("test")));
        Gan gan = new Gan(seed);
        Report report = new Report()
                .figure("distance of new digits to the nearest", distance(fresh, real), "%.4f")
                .figure("distance of images before learning", distance(gan.images(100, seed), real), "%.4f");
        Mosaic mosaic = new Mosaic("What the generator draws", 4, 90).row("digits", shown(real));
        List<Double> losses = new ArrayList<>();
        int epochs = setup.iterations(EPOCHS);
        for (int epoch = 0; epoch < epochs; epoch++) {
            losses.add(learn(gan, digits, seed.child(epoch)));
            if (epoch == 0 || epoch == epochs / 8 || epoch == epochs - 1) {
                mosaic.row("epoch " + (epoch + 1), shown(gan.images(SHOWN, seed)));
            }
        }
        return report.figure("distance of images after learning", distance(gan.images(100, seed), real), "%.4f")
                .figure("discriminator's loss at the end", losses.get(epochs - 1), "%.3f")
                .draw(mosaic.row("more", shown(gan.images(SHOWN, seed.next()))).picture(name()))
                .draw(new Plot("Discriminator's loss", "epoch, from 0", "loss")
                        .line("loss", losses)
                        .reference("ln 2: cannot tell", new double[] {0, epochs}, new double[] {TIE, TIE})
                        .picture("gan-loss", 560, 380));
    }

    private static double learn(Gan gan, Samples<IntTensor> digits, Seed seed) {
        Batches batches = new Batches(50);
        double[] sum = new double[1];
        int[] number = new int[1];
        batches.of(digits, seed).forEach(b -> sum[0] += gan.learn(Digits.rows(b), seed.child(number[0]++)));
        return sum[0] / batches.iterations(digits.size());
    }

    /** The mean squared distance of a pixel to that of the nearest real image. */
    private static double distance(Tensor images, Tensor real) {
        Tensor squares = images.square().sumKeep(1).plus(real.square().sum(1));
        return squares.minus(images.matmulTransposed(real).times(2)).min(1).mean() / Digits.PIXELS;
    }

    private static Tensor shown(Tensor rows) {
        return rows.slice(0, 0, SHOWN).reshape(SHOWN, Digits.SIZE, Digits.SIZE);
    }
}
