package gradus.reference.norm;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import gradus.reference.Sample.Trait;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** With eps as large as the variance, so that an eps too few or too many shows. */
class NormContractTest extends LayerContract {
    private static final double EPS = 0.7;
    private static final Seed SEED = new Seed(9);

    @Override
    protected Stream<Sample> samples() {
        return Stream.of(
                Sample.of("batch norm", () -> new BatchNorm(7, 0.9, EPS), 5, 7).but(Trait.MIXES_BATCH),
                Sample.of("batch norm of two", () -> new BatchNorm(3, 0.9, EPS), 2, 3)
                        .but(Trait.MIXES_BATCH),
                Sample.of("batch norm of one", () -> new BatchNorm(3, 0.9, EPS), 1, 3)
                        .but(Trait.MIXES_BATCH),
                Sample.of("batch norm in use", used(() -> new BatchNorm(7, 0.9, EPS)), 5, 7),
                Sample.of("spatial batch norm", () -> new SpatialBatchNorm(3, 0.9, EPS), 5, 3, 2, 1)
                        .but(Trait.MIXES_BATCH),
                Sample.of("spatial batch norm in use", used(() -> new SpatialBatchNorm(3, 0.9, EPS)), 5, 3, 2, 1),
                Sample.of("layer norm", () -> new LayerNorm(7, EPS), 5, 7),
                Sample.of("layer norm", () -> new LayerNorm(5, 1e-5), 2, 3, 5),
                Sample.of("layer norm of one sample", () -> new LayerNorm(7, EPS), 7)
                        .but(Trait.NO_EMPTY_BATCH)
                        .but(Trait.MIXES_BATCH),
                Sample.of("instance norm", () -> new InstanceNorm(3, EPS), 2, 3, 5, 1),
                Sample.of("group norm", () -> new GroupNorm(6, 3, EPS), 2, 6, 5, 1),
                Sample.of("group norm", () -> new GroupNorm(6, 2, EPS), 2, 6, 1, 3),
                Sample.of("RMS norm", () -> new RmsNorm(7, EPS), 5, 7),
                Sample.of("RMS norm", () -> new RmsNorm(5, EPS), 2, 3, 5),
                random("dropout", () -> new Dropout(0.3, SEED), 5, 7),
                random("test-scaled dropout", () -> new TestScaledDropout(0.3, SEED), 5, 7),
                random("spatial dropout", () -> new SpatialDropout(0.3, SEED), 5, 3, 2, 1),
                Sample.of("dropout in use", used(() -> new Dropout(0.3, SEED)), 5, 7),
                Sample.of("test-scaled dropout in use", used(() -> new TestScaledDropout(0.3, SEED)), 5, 7),
                Sample.of("spatial dropout in use", used(() -> new SpatialDropout(0.3, SEED)), 5, 3, 2, 1));
    }

    private static Sample random(String name, Supplier<Layer> maker, int... input) {
        return Sample.of(name, maker, input).but(Trait.RANDOM).but(Trait.MIXES_BATCH);
    }

    /** In use, with running statistics that are neither 0 nor 1. */
    private static Supplier<Layer> used(Supplier<Layer> maker) {
        return () -> {
            Layer layer = maker.get();
            layer.mode(Mode.EVAL);
            layer.state().values().forEach(t -> t.assign(drawn(t)));
            return layer;
        };
    }

    private static Tensor drawn(Tensor t) {
        return Values.POSITIVE.draw(6, t.shape().toArray());
    }
}
