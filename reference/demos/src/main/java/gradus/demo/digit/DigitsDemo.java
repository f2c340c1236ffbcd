package gradus.demo.digit;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.Weights;
import gradus.demo.picture.Matrix;
import gradus.demo.picture.Mosaic;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.reference.activation.Relu;
import gradus.reference.conv.Conv2d;
import gradus.reference.dense.Affine;
import gradus.reference.dense.Flatten;
import gradus.reference.init.He;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.reference.net.Sequential;
import gradus.reference.optim.Adam;
import gradus.reference.pool.MaxPool2d;
import gradus.reference.train.History;
import gradus.reference.train.Training;
import gradus.reference.train.data.Samples;
import gradus.reference.train.metric.ConfusionMatrix;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Window;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small convolutional net reads generated digits: convolution of 8 filters, ReLU, pooling, convolution of 16, ReLU, pooling, affine, as
 * LeNet goes; Adam, 6 epochs over 1000 digits, tested on 500 others.
 *
 * <p>Source: lecture 9 and 10; tutorial 2 (the net C-P-C-P and affine layers).
 */
public final class DigitsDemo implements Demo {
    @Override
    public String name() {
        return "digits";
    }

    @Override
    public String about() {
        return "A small convolutional net reads digits of 12 x 12 pixels.";
    }

    @Override
    public Report run(Setup setup) {
        Samples<IntTensor> train = Digits.of(1000, setup.seed().named("train"));
        Samples<IntTensor> test = Digits.of(500, setup.seed().named("test"));
        Layer net = Weights.draw(net(), new He(), setup.seed().named("weights"));
        History history = Training.with(Adam::new)
                .rate(3e-3)
                .epochs(setup.iterations(6))
                .seed(setup.seed())
                .fit(net, new SoftmaxCrossEntropy(), train, test);
        IntTensor found = net.forward(test.x()).argmax(1);
        ConfusionMatrix confusion = ConfusionMatrix.of(found, test.targets(), Digits.CLASSES);
        Report report = new Report();
        report.figure("accuracy on 500 new digits", confusion.accuracy(), "%.3f");
        report.figure("mean F1", confusion.mean(confusion::f1), "%.3f");
        report.figure("least recall of a class", least(confusion), "%.3f");
        return report.draw(Picture.grid(name(), 2, List.of(curves(history), matrix(confusion))))
                .draw(examples(test));
    }

    private static Layer net() {
        Window three = Window.of(3).padding(1);
        Window halving = Window.of(2).stride(2);
        return new Sequential(
                new Conv2d(1, 8, three, 1),
                new Relu(),
                new MaxPool2d(halving),
                new Conv2d(8, 16, three, 1),
                new Relu(),
                new MaxPool2d(halving),
                new Flatten(),
                new Affine(16 * 3 * 3, Digits.CLASSES));
    }

    private static double least(ConfusionMatrix confusion) {
        return IntStream.range(0, Digits.CLASSES)
                .mapToDouble(confusion::recall)
                .min()
                .orElse(Double.NaN);
    }

    private static Picture curves(History history) {
        return new Plot("Learning curves", "epoch, from 0", "cross-entropy")
                .line("training", history.trainLosses())
                .line("new digits", history.validationLosses())
                .legendBelow()
                .picture("curves", 440, 440);
    }

    private static Picture matrix(ConfusionMatrix confusion) {
        return new Matrix("Who is taken for whom", "read as", "digit", confusion.counts()).picture("confusion", 440);
    }

    private static Picture examples(Samples<IntTensor> test) {
        Mosaic mosaic = new Mosaic("Generated digits", 4, 6);
        for (int row = 0; row < 5; row++) {
            Samples<IntTensor> ten = test.slice(10 * row, 10 * row + 10);
            mosaic.row("", ten.x().reshape(10, Digits.SIZE, Digits.SIZE));
        }
        return mosaic.picture("digits-examples");
    }
}
