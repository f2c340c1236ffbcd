package gradus.reference.plan;

import gradus.reference.norm.BatchNorm;
import gradus.reference.norm.GroupNorm;
import gradus.reference.norm.InstanceNorm;
import gradus.reference.norm.LayerNorm;
import gradus.reference.norm.RmsNorm;
import gradus.reference.norm.SpatialBatchNorm;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/**
 * A normalisation: γ and β to learn for each of C channels or D features, γ alone for the root mean square, and two running statistics
 * for each if it is of the batch. The shape stays.
 *
 * <p>Over instances and groups it sees all of the image. That of a batch sees one pixel when it is used, that of a layer one step of a
 * sequence, or the vector. Immutable.
 *
 * <p>Source: lecture 8; endterm 2022, 4.
 *
 * @param groups of channels, for {@link Kind#GROUP} alone
 */
public record Normalization(Kind kind, int groups) implements Stage {
    private static final double MOMENTUM = 0.9;
    private static final double EPS = 1e-5;

    /** What mean and variance are taken over. */
    public enum Kind {
        /** Images or vectors. */
        BATCH,
        /** Sequences or vectors. */
        LAYER,
        /** Sequences or vectors, not centred. */
        ROOT_MEAN_SQUARE,
        /** Images. */
        INSTANCE,
        /** Images. */
        GROUP
    }

    /** Of the batch. */
    public Normalization() {
        this(Kind.BATCH);
    }

    /** In one group. */
    public Normalization(Kind kind) {
        this(kind, 1);
    }

    /**
     * The measure behind it.
     *
     * @throws gradus.tensor.ShapeException if the kind does not suit the shape
     * @throws IllegalArgumentException if the groups do not divide the channels
     */
    @Override
    public Measure after(Measure before) {
        switch (kind) {
            case BATCH -> Require.not(2, "Normalization", "an image (C, H, W) or a vector (D)", before);
            case LAYER, ROOT_MEAN_SQUARE ->
                Require.not(3, "Normalization", "a sequence (T, D) or a vector (D)", before);
            case INSTANCE, GROUP -> Require.image("Normalization", before);
        }
        Measure here = before.holds(layer(before.shape()));
        return kind == Kind.INSTANCE || kind == Kind.GROUP ? here.seesAll() : here;
    }

    @Override
    public Layer layer(Shape input) {
        int channels = input.dim(0);
        return switch (kind) {
            case BATCH ->
                input.rank() == 3
                        ? new SpatialBatchNorm(channels, MOMENTUM, EPS)
                        : new BatchNorm(channels, MOMENTUM, EPS);
            case LAYER -> new LayerNorm(input.dim(-1), EPS);
            case ROOT_MEAN_SQUARE -> new RmsNorm(input.dim(-1), EPS);
            case INSTANCE -> new InstanceNorm(channels, EPS);
            case GROUP -> new GroupNorm(channels, groups, EPS);
        };
    }
}
