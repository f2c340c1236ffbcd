package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** One of several augmentations for each image; none is made twice for one image. */
record OneOf(List<Augmentation> choices) implements Augmentation {
    OneOf {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("Augmentation.oneOf: expected at least one augmentation but got none.");
        }
    }

    /** Image n gets choice ⌊u k⌋ of k, u being number n of the seed, by the n-th seed under this. */
    @Override
    public Tensor apply(Tensor x, Seed seed) {
        if (x.dim(0) == 0) {
            return choices.get(0).apply(x, seed);
        }
        return Tensor.concat(
                0, IntStream.range(0, x.dim(0)).mapToObj(n -> image(x, n, seed)).toList());
    }

    private Tensor image(Tensor x, int n, Seed seed) {
        Augmentation chosen = choices.get((int) (seed.uniform(n) * choices.size()));
        return chosen.apply(x.slice(0, n, n + 1), seed.child(n));
    }
}
