package gradus.demo.sequence;

import gradus.demo.Weights;
import gradus.reference.activation.Softmax;
import gradus.reference.attention.NormPlacement;
import gradus.reference.attention.PositionalEncoding;
import gradus.reference.attention.TransformerEncoderBlock;
import gradus.reference.dense.Affine;
import gradus.reference.init.XavierNormal;
import gradus.reference.net.Sequential;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;

/** Digits (N, T, 10), one-hot, to a width of 32, positional encoding, one encoder block with two heads, logits (N, T, 10). */
final class SmallTransformer {
    private static final int WIDTH = 32;
    private static final int HEADS = 2;

    private final TransformerEncoderBlock block =
            new TransformerEncoderBlock(WIDTH, HEADS, 2 * WIDTH, NormPlacement.POST);
    private final Layer input = new Sequential(new Stepwise(new Affine(10, WIDTH)), new PositionalEncoding(WIDTH));
    private final Layer layer = new Sequential(input, block, new Stepwise(new Affine(WIDTH, 10)));

    SmallTransformer(Seed seed) {
        Weights.draw(layer, new XavierNormal(), seed.named("weights"));
    }

    Layer layer() {
        return layer;
    }

    /** Where each position looks, (N, h, T, T): the block's own attention weights, computed once more to be seen. */
    Tensor attention(Tensor digits) {
        Tensor x = input.forward(digits);
        Tensor q = split(x.matmul(value("attention.wq")).plus(value("attention.bq")));
        Tensor k = split(x.matmul(value("attention.wk")).plus(value("attention.bk")));
        Tensor scores = q.matmulTransposed(k).divide(Math.sqrt((double) WIDTH / HEADS));
        int keys = scores.dim(3);
        return new Softmax().forward(scores.reshape(-1, keys)).reshape(scores.shape());
    }

    /** (N, T, D) as (N, h, T, D/h). */
    private static Tensor split(Tensor x) {
        return x.reshape(x.dim(0), x.dim(1), HEADS, WIDTH / HEADS).permute(0, 2, 1, 3);
    }

    private Tensor value(String name) {
        return block.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
