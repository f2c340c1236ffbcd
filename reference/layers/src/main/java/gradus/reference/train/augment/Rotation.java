package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Turns each image about its middle by an angle of its own, uniform on ±degrees, counter-clockwise if positive: pixel
 * (r, c) from the middle comes from (r cos α + c sin α, c cos α - r sin α), between pixels bilinearly. What comes in
 * from outside is 0.
 *
 * <p>Source: lecture 8; winter 2021, 1.1 (10 degrees leave a digit what it is).
 */
public record Rotation(double degrees) implements Augmentation {
    /** @throws IllegalArgumentException if the angle is negative or not finite */
    public Rotation {
        Require.atLeastZero("Rotation: degrees", degrees);
    }

    /** Image n turns by (2 u - 1) degrees, u being number n of the seed. */
    @Override
    public Tensor apply(Tensor x, Seed seed) {
        Require.images("Rotation", x);
        Tensor share = Tensor.uniform(Shape.of(x.dim(0)), seed).times(2).minus(1);
        return turned(x, share.times(Math.toRadians(degrees)));
    }

    /** Turns image n by angle n, in radians; returns (N, C, H, W). */
    static Tensor turned(Tensor x, Tensor angles) {
        Tensor cos = angles.cos().reshape(x.dim(0), 1, 1);
        Tensor sin = angles.sin().reshape(x.dim(0), 1, 1);
        Tensor r = fromMiddle(x.dim(2)).reshape(1, x.dim(2), 1);
        Tensor c = fromMiddle(x.dim(3)).reshape(1, 1, x.dim(3));
        Tensor rows = r.times(cos).plus(c.times(sin)).plus((x.dim(2) - 1) / 2.0);
        Tensor columns = c.times(cos).minus(r.times(sin)).plus((x.dim(3) - 1) / 2.0);
        return Sampling.bilinear(x, rows, columns);
    }

    private static Tensor fromMiddle(int length) {
        return Tensor.of(IntStream.range(0, length)
                .mapToDouble(i -> i - (length - 1) / 2.0)
                .toArray());
    }
}
