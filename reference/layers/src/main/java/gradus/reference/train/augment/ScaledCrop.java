package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a square of {@code size} pixels out of each image at a scale of its own: the short side is made L pixels long
 * first, L a whole number uniform on {@code shortest} to {@code longest}.
 *
 * <p>Source: lecture 8 (L from 256 to 480, crops of 224).
 */
public record ScaledCrop(int shortest, int longest, int size) implements Augmentation {
    /** The lecture's: L from 256 to 480, crops of 224 × 224. */
    public static final ScaledCrop USUAL = new ScaledCrop(256, 480, 224);

    /** @throws IllegalArgumentException if not 1 ≤ size ≤ shortest ≤ longest */
    public ScaledCrop {
        Require.positive("ScaledCrop: size", size);
        if (shortest < size || longest < shortest) {
            throw new IllegalArgumentException("ScaledCrop: expected size <= shortest <= longest but got " + size + ", "
                    + shortest + " and " + longest + ".");
        }
    }

    @Override
    public Tensor apply(Tensor x, Seed seed) {
        Require.images("ScaledCrop", x);
        RandomCrop crop = new RandomCrop(size, size);
        List<Tensor> pieces = new ArrayList<>();
        pieces.add(Tensor.zeros(0, x.dim(1), size, size));
        for (int n = 0; n < x.dim(0); n++) {
            int side = shortest + (int) (seed.uniform(n) * (longest - shortest + 1));
            Tensor image = Resize.shortSide(x.shape(), side).apply(x.slice(0, n, n + 1));
            pieces.add(crop.apply(image, seed.child(n)));
        }
        return Tensor.concat(0, pieces);
    }
}
