package gradus.reference.dense;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

class DenseContractTest extends LayerContract {
    @Override
    protected Stream<Sample> samples() {
        return Stream.of(
                Sample.of("affine", () -> new Affine(7, 3), 5, 7),
                Sample.of("flatten images", Flatten::new, 2, 3, 5, 7),
                Sample.of("flatten rows", Flatten::new, 5, 7),
                Sample.of("flatten numbers", Flatten::new, 5),
                Sample.of("maxout of two pieces", () -> new Maxout(7, 3, 2), 5, 7),
                Sample.of("maxout of one piece", () -> new Maxout(7, 3, 1), 5, 7),
                Sample.of("maxout of five pieces", () -> new Maxout(2, 3, 5), 7, 2),
                Sample.of("bilinear", () -> new Bilinear(7, 2, 3), 5, 7 + 2));
    }

    /** The layer of this name, its two inputs side by side in one. */
    private record Bilinear(gradus.reference.dense.Bilinear layer, int split) implements Layer {
        Bilinear(int inputs1, int inputs2, int outputs) {
            this(new gradus.reference.dense.Bilinear(inputs1, inputs2, outputs), inputs1);
        }

        @Override
        public Tensor forward(Tensor x) {
            return layer.forward(x.slice(1, 0, split), x.slice(1, split, x.dim(1)));
        }

        @Override
        public Tensor backward(Tensor dy) {
            gradus.reference.dense.Bilinear.Gradients d = layer.backward(dy);
            return Tensor.concat(1, d.dx1(), d.dx2());
        }

        @Override
        public List<Parameter> parameters() {
            return layer.parameters();
        }
    }
}
