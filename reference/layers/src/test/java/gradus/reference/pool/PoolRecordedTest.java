package gradus.reference.pool;

import gradus.reference.Recording;
import gradus.tensor.Layer;
import gradus.tensor.Window;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PoolRecordedTest {
    @TestFactory
    Stream<DynamicTest> answers_as_recorded() {
        return Stream.of(
                        cases("max-pool2d", r -> new MaxPool2d(window(r))),
                        cases("average-pool2d", r -> new AveragePool2d(window(r))),
                        cases("dilated-average-pool2d", r -> new AveragePool2d(window(r))),
                        cases("global-average-pool", r -> new GlobalAveragePool()),
                        cases("unpool2d", r -> new Unpool2d(r.integer(0))),
                        cases("nearest-upsample", r -> new NearestUpsample(r.integer(0))),
                        cases("bilinear-upsample", r -> new BilinearUpsample(r.integer(0))))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Layer> layer) {
        return DynamicTest.stream(
                Recording.of("pool/" + name), Recording::toString, recorded -> recorded.holds(layer.apply(recorded)));
    }

    private static Window window(Recording r) {
        return Window.of(r.integer(0), r.integer(1))
                .stride(r.integer(2))
                .padding(r.integer(3))
                .dilation(r.integer(4));
    }
}
