package gradus.reference.pool;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import gradus.tensor.Window;
import java.util.stream.Stream;

/** What is drawn for the maxima has no two pixels of one window so close that a difference crosses the kink. */
class PoolContractTest extends LayerContract {
    @Override
    protected Stream<Sample> samples() {
        Window halving = Window.of(2).stride(2);
        Window uneven = Window.of(3, 2).stride(2).padding(1); // 5 rows of pixels fit, of 7 columns one is left over
        return Stream.of(
                Sample.of("max", () -> new MaxPool2d(halving), 2, 3, 4, 6),
                Sample.of("max, overlapping", () -> new MaxPool2d(uneven), 2, 3, 5, 7),
                Sample.of("average", () -> new AveragePool2d(halving), 2, 3, 4, 6),
                Sample.of("average, overlapping", () -> new AveragePool2d(uneven), 2, 3, 5, 7),
                Sample.of("global", GlobalAveragePool::new, 2, 3, 5, 7),
                Sample.of("unpool", () -> new Unpool2d(3), 2, 3, 4, 2),
                Sample.of("nearest", () -> new NearestUpsample(3), 2, 3, 4, 2),
                Sample.of("bilinear", () -> new BilinearUpsample(3), 2, 3, 4, 2));
    }
}
