package gradus.bench;

import gradus.reference.attention.MultiHeadAttention;
import gradus.reference.conv.Conv2d;
import gradus.reference.dense.Affine;
import gradus.reference.norm.LayerNorm;
import gradus.reference.norm.SpatialBatchNorm;
import gradus.reference.pool.MaxPool2d;
import gradus.reference.recurrent.Lstm;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import gradus.tensor.Window;
import java.util.function.Supplier;

/** What is measured; the script beside PyTorch has the same names and sizes. */
@SuppressWarnings("ImmutableEnumChecker") // its functions are lambdas without state
public enum Work {
    MATMUL_64(() -> product(64)),
    MATMUL_128(() -> product(128)),
    MATMUL_256(() -> product(256)),
    MATMUL_512(() -> product(512)),
    MATMUL_1024(() -> product(1024)),
    /** N 256, 784 to 512. */
    LINEAR(() -> forward(new Affine(784, 512), 256, 784)),
    LINEAR_BACKWARD(() -> both(new Affine(784, 512), 256, 784)),
    /** N 32, 3 to 16 channels, 32×32, 3×3, padding 1. */
    CONV_3_16(() -> forward(conv(3, 16), 32, 3, 32, 32)),
    CONV_3_16_BACKWARD(() -> both(conv(3, 16), 32, 3, 32, 32)),
    /** N 16, 32 to 64 channels, 32×32, 3×3, padding 1. */
    CONV_32_64(() -> forward(conv(32, 64), 16, 32, 32, 32)),
    CONV_32_64_BACKWARD(() -> both(conv(32, 64), 16, 32, 32, 32)),
    /** 2×2 on (32, 16, 32, 32). */
    MAX_POOL(() -> forward(new MaxPool2d(Window.of(2).stride(2)), 32, 16, 32, 32)),
    MAX_POOL_BACKWARD(() -> both(new MaxPool2d(Window.of(2).stride(2)), 32, 16, 32, 32)),
    /** In training, (32, 16, 32, 32). */
    BATCH_NORM(() -> forward(new SpatialBatchNorm(16, 0.9, 1e-5), 32, 16, 32, 32)),
    BATCH_NORM_BACKWARD(() -> both(new SpatialBatchNorm(16, 0.9, 1e-5), 32, 16, 32, 32)),
    /** (512, 128). */
    LAYER_NORM(() -> forward(new LayerNorm(128, 1e-5), 512, 128)),
    LAYER_NORM_BACKWARD(() -> both(new LayerNorm(128, 1e-5), 512, 128)),
    /** T 32, N 32, D 64, H 128. */
    LSTM(() -> lstm(false)),
    LSTM_BACKWARD(() -> lstm(true)),
    /** Self-attention, N 8, T 64, width 128, 4 heads. */
    ATTENTION(() -> attention(false)),
    ATTENTION_BACKWARD(() -> attention(true));

    private static final double WEIGHT = 0.05;

    private final Supplier<Supplier<Object>> prepare;

    Work(Supplier<Supplier<Object>> prepare) {
        this.prepare = prepare;
    }

    /** Draws the inputs and returns the work to be measured. */
    Supplier<Object> prepared() {
        return prepare.get();
    }

    private static Tensor normal(int... dims) {
        return Tensor.normal(Shape.of(dims), new Seed(dims.length));
    }

    private static <T extends Trainable> T drawn(T layer) {
        for (Parameter p : layer.parameters()) {
            p.set(Tensor.normal(p.value().shape(), new Seed(1).named(p.name())).times(WEIGHT));
        }
        return layer;
    }

    private static Layer conv(int inputs, int filters) {
        return new Conv2d(inputs, filters, Window.of(3).padding(1), 1);
    }

    private static Supplier<Object> product(int n) {
        Tensor a = normal(n, n), b = normal(n, n);
        return () -> a.matmul(b);
    }

    private static Supplier<Object> forward(Layer layer, int... input) {
        Layer drawn = drawn(layer);
        Tensor x = normal(input);
        return () -> drawn.forward(x);
    }

    private static Supplier<Object> both(Layer layer, int... input) {
        Layer drawn = drawn(layer);
        Tensor x = normal(input);
        Tensor dy = normal(drawn.forward(x).shape().toArray());
        return () -> {
            drawn.forward(x);
            return drawn.backward(dy);
        };
    }

    private static Supplier<Object> lstm(boolean backward) {
        Lstm lstm = drawn(new Lstm(64, 128));
        Tensor x = normal(32, 32, 64), dh = normal(32, 32, 128), zero = Tensor.zeros(32, 128);
        return () -> {
            Lstm.Output y = lstm.forward(x, zero, zero);
            return backward ? lstm.backward(dh, zero, zero) : y;
        };
    }

    private static Supplier<Object> attention(boolean backward) {
        MultiHeadAttention attention = drawn(new MultiHeadAttention(128, 4));
        Tensor x = normal(8, 64, 128), dy = normal(8, 64, 128);
        return () -> {
            Tensor y = attention.forward(x, x, x);
            return backward ? attention.backward(dy).sum() : y;
        };
    }
}
