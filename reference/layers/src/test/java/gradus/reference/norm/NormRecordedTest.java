package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The running variance on record is the biased one; PyTorch itself blends in the unbiased one. */
class NormRecordedTest {
    @TestFactory
    Stream<DynamicTest> answers_as_recorded() {
        return Stream.of(
                        cases("layer-norm", r -> new LayerNorm(r.integer(0), r.real(1))),
                        cases("instance-norm", r -> new InstanceNorm(r.integer(0), r.real(1))),
                        cases("group-norm", r -> new GroupNorm(r.integer(0), r.integer(1), r.real(2))),
                        cases("rms-norm", r -> new RmsNorm(r.integer(0), r.real(1))),
                        cases("batch-norm", r -> new BatchNorm(r.integer(0), r.real(1), r.real(2))),
                        cases("spatial-batch-norm", r -> new SpatialBatchNorm(r.integer(0), r.real(1), r.real(2))))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Layer> maker) {
        return DynamicTest.stream(
                Recording.of("norm/" + name), Recording::toString, recorded -> check(recorded, maker.apply(recorded)));
    }

    private static void check(Recording recorded, Layer layer) {
        if (!layer.state().isEmpty()) {
            layer.mode(Mode.valueOf(recorded.text(3)));
        }
        recorded.holds(layer);
        layer.state()
                .forEach((name, tensor) ->
                        assertThat(tensor).as(name).isCloseTo(recorded.expected(name), Recording.TOLERANCE));
    }
}
