package gradus.reference.train.augment;

import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The fixed crops of a test: the four corners and the centre, and each of them mirrored left to right, (4 + 1) · 2 =
 * 10. A net's answer is its mean over the ten.
 *
 * <p>Source: lecture 8 (10 crops of 224 × 224).
 */
public record TenCrop(int height, int width) {
    /** @throws IllegalArgumentException if a crop has no pixels */
    public TenCrop {
        Require.positive("TenCrop: height", height);
        Require.positive("TenCrop: width", width);
    }

    /**
     * Returns the ten crops (N, C, height, width): top left, top right, bottom left, bottom right, centre, then these
     * mirrored. The centre lies half a pixel up or left where it cannot be in the middle.
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if the images are smaller than the crops
     */
    public List<Tensor> of(Tensor x) {
        Require.room("TenCrop", Require.images("TenCrop", x), height, width);
        int bottom = x.dim(2) - height;
        int right = x.dim(3) - width;
        List<Tensor> five = List.of(
                crop(x, 0, 0),
                crop(x, 0, right),
                crop(x, bottom, 0),
                crop(x, bottom, right),
                crop(x, bottom / 2, right / 2));
        return Stream.concat(five.stream(), five.stream().map(piece -> piece.flip(3)))
                .toList();
    }

    private Tensor crop(Tensor x, int top, int left) {
        return x.slice(2, top, top + height).slice(3, left, left + width);
    }

    /** Returns the mean over the ten crops of what {@code reading} makes of the net's answer, such as its softmax; in {@link Mode#EVAL}. */
    public Tensor predict(Layer net, Tensor x, UnaryOperator<Tensor> reading) {
        net.mode(Mode.EVAL);
        List<Tensor> crops = of(x);
        return crops.stream()
                .map(crop -> reading.apply(net.forward(crop)))
                .reduce(Tensor::plus)
                .orElseThrow()
                .divide(crops.size());
    }
}
