package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionRecordedTest {
    private static final double ROUNDING = 1e-13;
    private static final Seed SEED = new Seed(1);

    static Stream<Recording> dotProduct() {
        return Recording.of("attention/dot-product");
    }

    static Stream<Recording> multiHead() {
        return Recording.of("attention/multi-head");
    }

    static Stream<Recording> multiHeadSelf() {
        return Recording.of("attention/multi-head-self");
    }

    static Stream<Recording> positionalEncoding() {
        return Recording.of("attention/positional-encoding");
    }

    static Stream<Recording> feedForward() {
        return Recording.of("attention/feed-forward");
    }

    static Stream<Recording> encoderBlock() {
        return Recording.of("attention/encoder-block");
    }

    static Stream<Recording> decoderBlock() {
        return Recording.of("attention/decoder-block");
    }

    @ParameterizedTest
    @MethodSource
    void dotProduct(Recording recorded) {
        Attention attention = new Attention();
        Tensor q = recorded.input(0);
        Tensor k = recorded.input(1);
        Tensor v = recorded.input(2);

        Tensor y = masked(recorded, 3) ? attention.forward(q, k, v, recorded.input(3)) : attention.forward(q, k, v);
        Attention.Gradients d = attention.backward(recorded.upstream(0));

        holds(y, recorded, "forward");
        holds(d.dq(), recorded, "backward.dq");
        holds(d.dk(), recorded, "backward.dk");
        holds(d.dv(), recorded, "backward.dv");
    }

    @ParameterizedTest
    @MethodSource
    void multiHead(Recording recorded) {
        MultiHeadAttention attention = attention(recorded);
        Tensor query = recorded.input(0);
        Tensor key = recorded.input(1);
        Tensor value = recorded.input(2);

        Tensor y = masked(recorded, 3)
                ? attention.forward(query, key, value, recorded.input(3))
                : attention.forward(query, key, value);
        MultiHeadAttention.Gradients d = attention.backward(recorded.upstream(0));

        holds(y, recorded, "forward");
        holds(d.dquery(), recorded, "backward.dquery");
        holds(d.dkey(), recorded, "backward.dkey");
        holds(d.dvalue(), recorded, "backward.dvalue");
        gradientsHold(attention, recorded);
    }

    @ParameterizedTest
    @MethodSource
    void multiHeadSelf(Recording recorded) {
        MultiHeadAttention attention = attention(recorded);
        Tensor x = recorded.input(0);

        Tensor y = masked(recorded, 1) ? attention.forward(x, x, x, recorded.input(1)) : attention.forward(x, x, x);

        holds(y, recorded, "forward");
        holds(attention.backward(recorded.upstream(0)).sum(), recorded, "backward.dx");
        gradientsHold(attention, recorded);
    }

    @ParameterizedTest
    @MethodSource
    void positionalEncoding(Recording recorded) {
        recorded.holds(new PositionalEncoding(recorded.integer(0)));
    }

    @ParameterizedTest
    @MethodSource
    void feedForward(Recording recorded) {
        recorded.holds(new FeedForward(recorded.integer(0), recorded.integer(1)));
    }

    @ParameterizedTest
    @MethodSource
    void encoderBlock(Recording recorded) {
        TransformerEncoderBlock block = new TransformerEncoderBlock(
                recorded.integer(0), recorded.integer(1), recorded.integer(2), placement(recorded), p(recorded), SEED);
        block.mode(Mode.EVAL);
        recorded.set(block);
        Tensor x = recorded.input(0);

        Tensor y = masked(recorded, 1) ? block.forward(x, recorded.input(1)) : block.forward(x);

        holds(y, recorded, "forward");
        holds(block.backward(recorded.upstream(0)), recorded, "backward.dx");
        gradientsHold(block, recorded);
    }

    @ParameterizedTest
    @MethodSource
    void decoderBlock(Recording recorded) {
        TransformerDecoderBlock block = new TransformerDecoderBlock(
                recorded.integer(0), recorded.integer(1), recorded.integer(2), placement(recorded), p(recorded), SEED);
        block.mode(Mode.EVAL);
        recorded.set(block);
        Tensor x = recorded.input(0);
        Tensor memory = recorded.input(1);

        Tensor y = masked(recorded, 2) ? block.forward(x, memory, recorded.input(2)) : block.forward(x, memory);
        TransformerDecoderBlock.Gradients d = block.backward(recorded.upstream(0));

        holds(y, recorded, "forward");
        holds(d.dx(), recorded, "backward.dx");
        holds(d.dmemory(), recorded, "backward.dmemory");
        gradientsHold(block, recorded);
    }

    private static MultiHeadAttention attention(Recording recorded) {
        MultiHeadAttention attention = new MultiHeadAttention(recorded.integer(0), recorded.integer(1));
        recorded.set(attention);
        return attention;
    }

    private static NormPlacement placement(Recording recorded) {
        return NormPlacement.valueOf(recorded.text(3));
    }

    /** The dropout, on record in use alone: what PyTorch drops in training it draws itself. */
    private static double p(Recording recorded) {
        return recorded.node().get("arguments").has(4) ? recorded.real(4) : 0;
    }

    private static boolean masked(Recording recorded, int input) {
        return recorded.node().get("inputs").has(input);
    }

    private static void holds(Tensor actual, Recording recorded, String row) {
        assertThat(actual).as(row).isCloseTo(recorded.expected(row), Recording.TOLERANCE);
    }

    /**
     * The bias of the keys moves all scores of a query alike: its gradient is 0, and what rounding leaves of it is held against the
     * largest gradient of the others.
     */
    private static void gradientsHold(Trainable layer, Recording recorded) {
        double largest = layer.parameters().stream()
                .mapToDouble(p -> expected(recorded, p).abs().max())
                .max()
                .orElseThrow();
        for (Parameter p : layer.parameters()) {
            if (p.name().endsWith("bk")) {
                assertThat(p.gradient()).as(p.name()).isWithin(expected(recorded, p), ROUNDING * largest);
            } else {
                assertThat(p.gradient()).as(p.name()).isCloseTo(expected(recorded, p), Recording.TOLERANCE);
            }
        }
    }

    private static Tensor expected(Recording recorded, Parameter p) {
        return recorded.expected("backward.d" + p.name());
    }
}
