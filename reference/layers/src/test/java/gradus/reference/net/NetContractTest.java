package gradus.reference.net;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import gradus.reference.Sample.Trait;
import gradus.reference.activation.Tanh;
import gradus.reference.conv.Conv2d;
import gradus.reference.conv.TransposedConv2d;
import gradus.reference.dense.Affine;
import gradus.reference.norm.BatchNorm;
import gradus.reference.pool.AveragePool2d;
import gradus.tensor.Window;
import java.util.stream.Stream;

class NetContractTest extends LayerContract {
    private static final Window THREE = Window.of(3);

    @Override
    protected Stream<Sample> samples() {
        return Stream.of(
                Sample.of("sequential", () -> new Sequential(new Affine(7, 3), new Tanh(), new Affine(3, 2)), 5, 7),
                Sample.of("sequential without layers", Sequential::new, 5, 7),
                Sample.of(
                                "sequential with batch norm",
                                () -> new Sequential(new Tanh(), new BatchNorm(7, 0.9, 1e-5), new Affine(7, 2)),
                                5,
                                7)
                        .but(Trait.MIXES_BATCH)
                        .but(Trait.NO_EMPTY_BATCH),
                Sample.of("residual", () -> new Residual(new Sequential(new Affine(7, 7), new Tanh())), 5, 7),
                Sample.of("residual with projection", () -> new Residual(new Affine(7, 3), new Affine(7, 3)), 5, 7),
                Sample.of("concatenation", () -> new Concatenation(new Affine(7, 3), new Affine(7, 2)), 5, 7),
                Sample.of("inception", () -> Inception.block(3, new Inception.Widths(2, 1, 3, 2, 1, 5)), 2, 3, 2, 3),
                Sample.of("u-net level", NetContractTest::level, 2, 1, 7, 9),
                Sample.of("scale", () -> new Scale(0.3), 5, 7));
    }

    /** (1, 7, 9) to (2, 5, 7), down to (2, 2, 3), up to (3, 4, 6); the skip is cropped. */
    private static UNetLevel level() {
        return new UNetLevel(
                new Conv2d(1, 2, THREE, 1),
                new Sequential(
                        new AveragePool2d(Window.of(2).stride(2)),
                        new TransposedConv2d(2, 3, Window.of(2).stride(2))),
                new Conv2d(5, 2, THREE, 1));
    }
}
