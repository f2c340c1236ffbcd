package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The running variance on record is the biased one; PyTorch itself blends in the unbiased one. */
class NormRecordedTest {
    private static final Seed SEED = new Seed(1);

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

    /** In use nothing is random, and what PyTorch drops in training it draws itself. */
    @TestFactory
    Stream<DynamicTest> dropout_in_use_answers_as_recorded() {
        return Stream.of(
                        inUse("dropout", p -> new Dropout(p, SEED)),
                        inUse("spatial-dropout", p -> new SpatialDropout(p, SEED)),
                        inUse("test-scaled-dropout", p -> new TestScaledDropout(p, SEED)))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> inUse(String name, DoubleFunction<Layer> maker) {
        return cases(name + "-in-use", r -> {
            Layer layer = maker.apply(r.real(0));
            layer.mode(Mode.EVAL);
            return layer;
        });
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
