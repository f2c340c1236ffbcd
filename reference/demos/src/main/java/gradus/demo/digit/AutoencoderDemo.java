package gradus.demo.digit;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Mosaic;
import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;

/**
 * Digits through a bottleneck and back: 2 numbers for 144 pixels leave a blur, 8 most of the form, 32 nearly all of it, as
 * the error per pixel tells. Trained to undo noise, the same net denoises digits that it has not seen. Codes of one
 * digit lie together: k-means finds clusters among them that are mostly of one digit, without having been told one.
 *
 * <p>Source: lectures 8 and 12 (autoencoders); winter 2021 and summer 2020 (denoising, clusters of codes).
 */
public final class AutoencoderDemo implements Demo {
    private static final int SHOWN = 10;
    private static final double NOISE = 0.4;

    @Override
    public String name() {
        return "autoencoder";
    }

    @Override
    public String about() {
        return "Digits through a bottleneck: rebuilt, denoised, clustered.";
    }

    @Override
    public Report run(Setup setup) {
        Samples<IntTensor> test = Digits.of(200, setup.seed().named("test"));
        Tensor x = Digits.rows(Digits.of(1000, setup.seed().named("train")));
        Tensor y = Digits.rows(test);
        Report report = new Report();
        Mosaic mosaic = new Mosaic("New digits, rebuilt from codes", 4, 90).row("digit", shown(y));
        for (int code : new int[] {2, 8, 32}) {
            Autoencoder net = Autoencoder.trained(code, Samples.of(x, x), setup);
            Tensor rebuilt = net.rebuilt(y);
            report.figure("error per pixel, code of " + code, error(rebuilt, y), "%.4f");
            mosaic.row("code of " + code, shown(rebuilt));
            if (code == 8) {
                IntTensor clusters = Clusters.of(net.encoder().forward(y), Digits.CLASSES, setup.seed());
                report.figure("purity of 10 clusters of codes", Clusters.purity(clusters, test.targets()), "%.3f");
            }
        }
        Tensor noisy = noisy(y, setup.seed().named("new noise"));
        Autoencoder denoiser =
                Autoencoder.trained(32, Samples.of(noisy(x, setup.seed().named("noise")), x), setup);
        Tensor cleaned = denoiser.rebuilt(noisy);
        report.figure("error per pixel of noisy digits", error(noisy, y), "%.4f");
        report.figure("error per pixel, denoised", error(cleaned, y), "%.4f");
        return report.draw(mosaic.row("noisy", shown(noisy))
                .row("denoised", shown(cleaned))
                .picture(name()));
    }

    private static Tensor noisy(Tensor x, Seed seed) {
        return x.plus(Tensor.normal(x.shape(), seed).times(NOISE)).clip(0, 1);
    }

    private static double error(Tensor found, Tensor wanted) {
        return found.minus(wanted).square().mean();
    }

    private static Tensor shown(Tensor rows) {
        return rows.slice(0, 0, SHOWN).reshape(SHOWN, Digits.SIZE, Digits.SIZE);
    }
}
