package gradus.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.attention.CausalMask;
import gradus.reference.attention.PaddingMask;
import gradus.reference.attention.PositionalEncoding;
import gradus.reference.conv.Conv2d;
import gradus.reference.conv.TransposedConv2d;
import gradus.reference.plan.Architectures;
import gradus.reference.plan.Connected;
import gradus.reference.plan.Convolution;
import gradus.reference.plan.Measure;
import gradus.reference.plan.ResNet;
import gradus.reference.plan.TransposedConvolution;
import gradus.reference.plan.UNet;
import gradus.reference.pool.AveragePool2d;
import gradus.reference.pool.BilinearUpsample;
import gradus.reference.pool.MaxPool2d;
import gradus.reference.pool.NearestUpsample;
import gradus.reference.pool.Unpool2d;
import gradus.reference.recurrent.ExamLstm;
import gradus.reference.recurrent.Gru;
import gradus.reference.recurrent.Lstm;
import gradus.reference.recurrent.LstmStep;
import gradus.reference.train.augment.Resize;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Permutation;
import gradus.reference.train.diagnosis.FirstLoss;
import gradus.reference.train.search.RandomPoints;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Numbers too large for an array, and fewer things than none: each is refused with a sentence, and the last one that fits is not. */
class RefusedNumbersTest {
    private static final int HUGE = 1 << 30;
    private static final Tensor PIXELS = Tensor.zeros(1, 1, 4, 2);

    private static void says(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static void refusesShape(String message, Layer layer, Tensor x) {
        assertThatThrownBy(() -> layer.forward(x))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }

    @Test
    void images_enlarged_beyond_an_array() {
        String rest = ".forward: x: expected images that fit into an array when they are 1073741824 times as high and"
                + " wide but got (1, 1, 4, 2).";
        refusesShape("BilinearUpsample" + rest, new BilinearUpsample(HUGE), PIXELS);
        refusesShape("NearestUpsample" + rest, new NearestUpsample(HUGE), PIXELS);
        refusesShape("Unpool2d" + rest, new Unpool2d(HUGE), PIXELS);
        refusesShape(
                "Unpool2d.forward: x: expected images that fit into an array when they are 65536 times as high and"
                        + " wide but got (1, 1, 1, 1).",
                new Unpool2d(1 << 16),
                Tensor.zeros(1, 1, 1, 1));
        refusesShape(
                "NearestUpsample.forward: x: expected images that fit into an array when they are 1073741824 times as"
                        + " high and wide but got (0, 1, 2, 1).",
                new NearestUpsample(HUGE),
                Tensor.zeros(0, 1, 2, 1));
        refusesShape(
                "NearestUpsample.forward: x: expected images that fit into an array when they are 1073741824 times as"
                        + " high and wide but got (0, 1, 1, 2).",
                new NearestUpsample(HUGE),
                Tensor.zeros(0, 1, 1, 2));
        assertThat(new Unpool2d(HUGE).forward(Tensor.zeros(0, 1, 1, 1)).shape()).isEqualTo(Shape.of(0, 1, HUGE, HUGE));
    }

    @Test
    void windows_that_leave_every_image() {
        Window wide = Window.of(3).stride(HUGE).padding(HUGE);
        String message = "Window.outputHeight: expected at most 2147483647 pixels with the padding but got 2147483652.";
        refusesShape(message, new Conv2d(1, 1, wide, 1), PIXELS);
        refusesShape(message, new AveragePool2d(wide), PIXELS);
        says("MaxPool2d: padding: expected at most half of 3 but got 1073741824.", () -> new MaxPool2d(wide));
    }

    @Test
    void transposed_convolutions_beyond_an_array() {
        Window far = Window.of(1).stride(HUGE);
        refusesShape(
                "TransposedConv2d.forward: x: expected a height that gives images of at most 2147483647 pixels but 4"
                        + " gives 3221225473.",
                new TransposedConv2d(1, 1, far),
                PIXELS);
        refusesShape(
                "TransposedConv2d.forward: x: expected a height of which a padding of 1073741824 leaves something but 4"
                        + " gives -2147483644.",
                new TransposedConv2d(1, 1, Window.of(1).padding(HUGE)),
                PIXELS);
        says(
                "TransposedConvolution: expected images of 1 to 2147483647 pixels a side but 4 pixels give 3221225473.",
                () -> new TransposedConvolution(1, far).after(Measure.of(1, 4, 2)));
        says(
                "TransposedConvolution: expected images of 1 to 2147483647 pixels a side but 2 pixels give 0.",
                () -> new TransposedConvolution(1, Window.of(1).padding(1)).after(Measure.of(1, 2, 4)));
        assertThat(new TransposedConvolution(1, Window.of(1).padding(1))
                        .after(Measure.of(1, 3, 3))
                        .shape())
                .isEqualTo(Shape.of(1, 1, 1));
    }

    @Test
    void gates_beyond_an_array() {
        String four = ": units: expected 0 to 536870911 but got 1073741824.";
        says("Lstm" + four, () -> new Lstm(2, HUGE));
        says("LstmStep" + four, () -> new LstmStep(2, HUGE));
        says("ExamLstm" + four, () -> new ExamLstm(2, HUGE));
        says("Gru: units: expected 0 to 715827882 but got 1073741824.", () -> new Gru(2, HUGE));
        says("Lstm: units: expected 0 to 536870911 but got -1.", () -> new Lstm(2, -1));
        assertThat(new Lstm(2, 0).parameters().get(0).value().shape()).isEqualTo(Shape.of(2, 0));
        says("Shape.of: (2, 2147483644) has more entries than an array can hold.", () -> new Lstm(2, 536870911));
    }

    @Test
    void sequences_shorter_than_none() {
        says("CausalMask.of: n: expected 0 or more but got -1.", () -> CausalMask.of(-1));
        says("PaddingMask.of: n: expected 0 or more but got -1.", () -> PaddingMask.of(IntTensor.of(), -1));
        says("PositionalEncoding.of: length: expected 0 or more but got -1.", () -> PositionalEncoding.of(-1, 2));
        says("PositionalEncoding.of: width: expected 1 or more but got 0.", () -> PositionalEncoding.of(2, 0));
        assertThat(CausalMask.of(0).shape()).isEqualTo(Shape.of(0, 0));
        assertThat(PaddingMask.of(IntTensor.of(), 0).shape()).isEqualTo(Shape.of(0, 1, 0));
        assertThat(PositionalEncoding.of(0, 1).shape()).isEqualTo(Shape.of(0, 1));
    }

    @Test
    void nets_of_fewer_than_one() {
        says("Connected: outputs: expected 1 or more but got 0.", () -> new Connected(0));
        says("Convolution: filters: expected 1 or more but got -1.", () -> Convolution.same(-1, 3));
        says(
                "TransposedConvolution: filters: expected 1 or more but got 0.",
                () -> new TransposedConvolution(0, Window.of(1)));
        says("Connected: outputs: expected 1 or more but got -1.", () -> Architectures.perceptron(3, -1));
        says("Architectures.vgg: convolutions: expected 1 or more but got 0.", () -> Architectures.vgg(1, 0, 1));
        says("ResNet: blocks: expected 1 or more but got 0.", () -> ResNet.basic(2, 2, 0, 2));
        says("UNet.of: depth: expected 0 or more but got -1.", () -> UNet.of(-1, 64, 2));
        says("Convolution: filters: expected 1 or more but got 0.", () -> UNet.of(0, 64, 0));
        assertThat(UNet.of(0, 1, 1).after(Measure.of(1, 5, 5)).shape()).isEqualTo(Shape.of(1, 1, 1));
    }

    @Test
    void counts_below_the_least() {
        Seed seed = new Seed(1);
        says("Permutation.of: n: expected 0 or more but got -1.", () -> Permutation.of(-1, seed));
        says("Batches.iterations: samples: expected 0 or more but got -1.", () -> new Batches(2).iterations(-1));
        says(
                "RandomPoints.settings: count: expected 0 or more but got -1.",
                () -> new RandomPoints(Map.of()).settings(-1, seed));
        says("FirstLoss.guessing: classes: expected 1 or more but got 0.", () -> FirstLoss.guessing(0));
        says("FirstLoss.plausible: classes: expected 1 or more but got 0.", () -> FirstLoss.plausible(2, 0, 0.1));
        says(
                "FirstLoss.leastOfSoftmaxTwice: classes: expected 1 or more but got 0.",
                () -> FirstLoss.leastOfSoftmaxTwice(0));
        says(
                "Resize.shortSide: expected sides of at most 2147483647 pixels but got 3221225472.",
                () -> Resize.shortSide(Shape.of(1, 1, 3, 1), HUGE));
        assertThat(Permutation.of(0, seed).size()).isZero();
        assertThat(new Batches(2).iterations(0)).isZero();
        assertThat(new RandomPoints(Map.of()).settings(0, seed)).isEmpty();
        assertThat(FirstLoss.guessing(1)).isZero();
        assertThat(FirstLoss.leastOfSoftmaxTwice(1)).isZero();
        assertThat(FirstLoss.plausible(0, 1, 0.1)).isTrue();
    }
}
