package gradus.reference.conv;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import gradus.tensor.Window;
import java.util.stream.Stream;

class ConvContractTest extends LayerContract {
    private static final Window UNEVEN = Window.of(3, 2);

    @Override
    protected Stream<Sample> samples() {
        Window rest = UNEVEN.stride(2).padding(1); // 7 rows of pixels fit, of 5 columns one is left over
        return Stream.of(
                Sample.of(
                        "conv1d",
                        () -> new Conv1d(2, 3, Window.of(1, 3).stride(2).padding(1), 1),
                        5,
                        2,
                        7),
                Sample.of("conv2d", () -> new Conv2d(2, 3, UNEVEN, 1), 5, 2, 4, 3),
                Sample.of("conv2d, stride and rest", () -> new Conv2d(2, 3, rest, 1), 2, 2, 7, 5),
                Sample.of("conv2d, dilated", () -> new Conv2d(2, 3, UNEVEN.dilation(2), 1), 2, 2, 7, 5),
                Sample.of("conv2d, flipped groups", () -> new Conv2d(4, 6, rest.flip(true), 2), 2, 4, 3, 5),
                Sample.of("depthwise", () -> new DepthwiseConv2d(3, rest), 2, 3, 7, 5),
                Sample.of("separable", () -> new SeparableConv2d(2, 3, rest.flip(true)), 2, 2, 7, 5),
                Sample.of("transposed", () -> new TransposedConv2d(2, 3, rest.flip(true)), 2, 2, 3, 4),
                Sample.of("filter", () -> ImageFilter.SOBEL.layer(2), 2, 2, 3, 5));
    }
}
