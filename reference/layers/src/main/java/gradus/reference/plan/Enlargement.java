package gradus.reference.plan;

import gradus.reference.pool.BilinearUpsample;
import gradus.reference.pool.NearestUpsample;
import gradus.reference.pool.Unpool2d;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Window;

/**
 * An image made S times as high and wide, with nothing to learn: (C, H, W) to (C, S H, S W). Immutable.
 *
 * <p>Every pixel lands on S × S (nearest), on itself among zeros (unpooling), or, between itself and its neighbours (bilinear), on the
 * 2 S × 2 S pixels, or one less for odd S, whose middles are nearer than a pixel to its own.
 *
 * <p>Source: lecture 10.
 */
public record Enlargement(Kind kind, int factor) implements Stage {
    /** What lies between the pixels. */
    public enum Kind {
        NEAREST,
        BILINEAR,
        UNPOOLING
    }

    /** @throws IllegalArgumentException if the factor is below 1 */
    public Enlargement {
        Require.positive("Enlargement: factor", factor);
    }

    /** @throws gradus.tensor.ShapeException if there is no image, or the enlarged one is too large for an array */
    @Override
    public Measure after(Measure before) {
        Require.image("Enlargement", before);
        return before.sees(before.field().enlarged(stamp()))
                .to(before.channels(), enlarged(before.height()), enlarged(before.width()));
    }

    private int enlarged(int length) {
        return Require.side("Enlargement", length, (long) factor * length);
    }

    /** Where a pixel lands. */
    private Window stamp() {
        return switch (kind) {
            case NEAREST -> Window.of(factor).stride(factor);
            case BILINEAR -> Window.of(2 * factor - factor % 2).stride(factor);
            case UNPOOLING -> Window.of(1).stride(factor);
        };
    }

    @Override
    public Layer layer(Shape input) {
        return switch (kind) {
            case NEAREST -> new NearestUpsample(factor);
            case BILINEAR -> new BilinearUpsample(factor);
            case UNPOOLING -> new Unpool2d(factor);
        };
    }
}
