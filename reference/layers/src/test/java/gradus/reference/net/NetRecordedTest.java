package gradus.reference.net;

import gradus.reference.Recording;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Tanh;
import gradus.reference.conv.Conv2d;
import gradus.reference.conv.TransposedConv2d;
import gradus.reference.dense.Affine;
import gradus.reference.dense.Flatten;
import gradus.reference.pool.AveragePool2d;
import gradus.reference.pool.MaxPool2d;
import gradus.tensor.Layer;
import gradus.tensor.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NetRecordedTest {
    @TestFactory
    Stream<DynamicTest> answers_as_recorded() {
        return Stream.of(
                        cases("perceptron", NetRecordedTest::perceptron),
                        cases("convolutional", NetRecordedTest::convolutional),
                        cases("residual", NetRecordedTest::residual),
                        cases("projected-residual", NetRecordedTest::projectedResidual),
                        cases("concatenation", NetRecordedTest::concatenation),
                        cases("inception", NetRecordedTest::inception),
                        cases("u-net-level", NetRecordedTest::level),
                        cases("scale", r -> new Scale(r.real(0))))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Layer> maker) {
        return DynamicTest.stream(
                Recording.of("net/" + name), Recording::toString, recorded -> recorded.holds(maker.apply(recorded)));
    }

    /** Affine maps with a tanh after each but the last. */
    private static Layer perceptron(Recording r) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < arguments(r); i++) {
            layers.add(new Affine(r.integer(i - 1), r.integer(i)));
            layers.add(new Tanh());
        }
        return new Sequential(layers.subList(0, layers.size() - 1));
    }

    private static Layer convolutional(Recording r) {
        return new Sequential(
                new Conv2d(r.integer(0), r.integer(1), Window.of(r.integer(2)).padding(r.integer(3)), 1),
                new Relu(),
                new MaxPool2d(Window.of(2).stride(2)),
                new Flatten(),
                new Affine(r.integer(4), r.integer(5)));
    }

    private static Layer residual(Recording r) {
        int width = r.integer(0);
        int hidden = r.integer(1);
        return new Residual(new Sequential(new Affine(width, hidden), new Relu(), new Affine(hidden, width)));
    }

    private static Layer projectedResidual(Recording r) {
        int channels = r.integer(0);
        int filters = r.integer(1);
        int stride = r.integer(2);
        Layer branch = new Sequential(
                new Conv2d(channels, filters, Window.of(3).stride(stride).padding(1), 1),
                new Relu(),
                new Conv2d(filters, filters, Window.of(3).padding(1), 1));
        Layer shortcut = new Conv2d(channels, filters, Window.of(1).stride(stride), 1);
        return new Sequential(new Residual(branch, shortcut), new Relu());
    }

    /** Convolutions of 1, 3, 5, ... pixels square that keep the size. */
    private static Layer concatenation(Recording r) {
        return new Concatenation(IntStream.range(1, arguments(r))
                .mapToObj(i -> new Conv2d(
                        r.integer(0), r.integer(i), Window.of(2 * i - 1).padding(i - 1), 1))
                .toList());
    }

    private static Layer inception(Recording r) {
        return Inception.block(
                r.integer(0),
                new Inception.Widths(
                        r.integer(1), r.integer(2), r.integer(3), r.integer(4), r.integer(5), r.integer(6)));
    }

    private static Layer level(Recording r) {
        Window two = Window.of(2).stride(2);
        int filters = r.integer(1);
        int up = r.integer(2);
        return new UNetLevel(
                new Conv2d(r.integer(0), filters, Window.of(3), 1),
                new Sequential(new AveragePool2d(two), new TransposedConv2d(filters, up, two)),
                new Conv2d(filters + up, r.integer(3), Window.of(3), 1));
    }

    private static int arguments(Recording r) {
        return r.node().get("arguments").size();
    }
}
