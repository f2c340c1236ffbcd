package gradus.demo.sequence;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Matrix;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.reference.optim.Adam;
import gradus.reference.train.History;
import gradus.reference.train.Training;
import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A transformer with one block reads eight digits and gives them backwards. Where each position looks is the proof that it understood: the
 * attention lies on the other diagonal.
 *
 * <p>Source: lecture 11 (attention, positional encoding, the block).
 */
public final class TransformerDemo implements Demo {
    private static final int LENGTH = 8;

    @Override
    public String name() {
        return "transformer";
    }

    @Override
    public String about() {
        return "A small transformer gives eight digits backwards.";
    }

    @Override
    public Report run(Setup setup) {
        Seed seed = setup.seed().named("transformer");
        Samples<IntTensor> test = sequences(300, seed.named("test"));
        SmallTransformer net = new SmallTransformer(seed);
        History history = Training.with(Adam::new)
                .rate(3e-3)
                .epochs(setup.iterations(8))
                .seed(seed)
                .fit(net.layer(), new StepwiseLoss(), sequences(1500, seed.named("train")), test);
        IntTensor said = net.layer().forward(test.x()).argmax(2);
        Report report = new Report()
                .figure("digits right, 300 new sequences", share(said, test.targets(), 1), "%.3f")
                .figure("sequences right", share(said, test.targets(), LENGTH), "%.3f");
        for (int n = 0; n < 3; n++) {
            report.say("  %s -> %s", text(test.x().argmax(2), n), text(said, n));
        }
        Tensor looks = net.attention(test.x()).mean(0); // (h, T, T)
        Picture curves = new Plot("Learning curves", "epoch, from 0", "cross-entropy")
                .line("training", history.trainLosses())
                .line("new sequences", history.validationLosses())
                .legendBelow()
                .picture("curves", 440, 440);
        Picture first = new Matrix("Attention of head 1, mean", "looks at", "position", looks.select(0, 0))
                .picture("head", 440);
        Picture second = new Matrix("Attention of head 2, mean", "looks at", "position", looks.select(0, 1))
                .picture("head", 440);
        report.figure("attention on the other diagonal", diagonal(looks), "%.3f");
        return report.draw(Picture.grid(name(), 3, List.of(curves, first, second)));
    }

    /** Sequences of digits as one-hot rows (N, T, 10), and the same backwards (N, T). */
    private static Samples<IntTensor> sequences(int number, Seed seed) {
        int[] digits = IntStream.range(0, number * LENGTH)
                .map(i -> (int) (10 * seed.uniform(i)))
                .toArray();
        int[] backwards = IntStream.range(0, digits.length)
                .map(i -> digits[i / LENGTH * LENGTH + LENGTH - 1 - i % LENGTH])
                .toArray();
        Shape shape = Shape.of(number, LENGTH);
        return Samples.of(Tensor.eye(10).take(IntTensor.of(shape, digits)), IntTensor.of(shape, backwards));
    }

    /** The share of the groups of so many digits in which all are right. */
    private static double share(IntTensor said, IntTensor wanted, int group) {
        int[] a = said.toArray();
        int[] b = wanted.toArray();
        long right = IntStream.range(0, a.length / group)
                .filter(g -> Arrays.equals(a, g * group, (g + 1) * group, b, g * group, (g + 1) * group))
                .count();
        return (double) right * group / a.length;
    }

    private static String text(IntTensor digits, int n) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, LENGTH).forEach(t -> text.append(digits.get(n, t)));
        return text.toString();
    }

    /** How much of its attention a position gives to the one that it has to repeat, mean over positions; of the better head. */
    private static double diagonal(Tensor looks) {
        return looks.flip(2).times(Tensor.eye(LENGTH)).sum(1, 2).max() / LENGTH;
    }
}
