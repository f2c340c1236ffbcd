package gradus.reference.conv;

import gradus.reference.Recording;
import gradus.tensor.Layer;
import gradus.tensor.Window;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConvRecordedTest {
    @TestFactory
    Stream<DynamicTest> answers_as_recorded() {
        return Stream.of(
                        cases("conv1d", r -> new Conv1d(r.integer(0), r.integer(1), window(r, 2), r.integer(8))),
                        cases("conv2d", r -> new Conv2d(r.integer(0), r.integer(1), window(r, 2), r.integer(8))),
                        cases("depthwise-conv2d", r -> new DepthwiseConv2d(r.integer(0), window(r, 1))),
                        cases("separable-conv2d", r -> new SeparableConv2d(r.integer(0), r.integer(1), window(r, 2))),
                        cases("transposed-conv2d", r -> new TransposedConv2d(r.integer(0), r.integer(1), window(r, 2))))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Layer> layer) {
        return DynamicTest.stream(
                Recording.of("conv/" + name), Recording::toString, recorded -> recorded.holds(layer.apply(recorded)));
    }

    private static Window window(Recording r, int from) {
        return Window.of(r.integer(from), r.integer(from + 1))
                .stride(r.integer(from + 2))
                .padding(r.integer(from + 3))
                .dilation(r.integer(from + 4))
                .flip(r.integer(from + 5) == 1);
    }
}
