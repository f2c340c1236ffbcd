package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.norm.LayerNorm;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** N = 2, T = 5, D = 6, 3 heads, 7 hidden. */
class TransformerEncoderBlockTest {
    private static final Tensor X = Values.NORMAL.draw(1, 2, 5, 6);

    @Test
    void names_its_parameters_by_their_parts() {
        assertThat(new TransformerEncoderBlock(6, 3, 7, NormPlacement.POST).parameters())
                .extracting(Parameter::name)
                .containsExactly(
                        "attention.wq",
                        "attention.bq",
                        "attention.wk",
                        "attention.bk",
                        "attention.wv",
                        "attention.bv",
                        "attention.wo",
                        "attention.bo",
                        "norm1.gamma",
                        "norm1.beta",
                        "feedForward.w1",
                        "feedForward.b1",
                        "feedForward.w2",
                        "feedForward.b2",
                        "norm2.gamma",
                        "norm2.beta");
    }

    /** Lecture 11: attention, then the fully connected layers, each with a residual connection and a norm behind. */
    @Test
    void is_its_parts_one_after_another_with_the_norms_behind() {
        TransformerEncoderBlock block = block(NormPlacement.POST);
        MultiHeadAttention attention = part(block, new MultiHeadAttention(6, 3), "attention");
        FeedForward feedForward = part(block, new FeedForward(6, 7), "feedForward");

        Tensor u = norm(block, "norm1").forward(X.plus(attention.forward(X, X, X)));
        Tensor y = norm(block, "norm2").forward(u.plus(feedForward.forward(u)));

        assertThat(block.forward(X)).isCloseTo(y, 1e-14);
    }

    @Test
    void is_its_parts_one_after_another_with_the_norms_before() {
        TransformerEncoderBlock block = block(NormPlacement.PRE);
        MultiHeadAttention attention = part(block, new MultiHeadAttention(6, 3), "attention");
        FeedForward feedForward = part(block, new FeedForward(6, 7), "feedForward");

        Tensor in = norm(block, "norm1").forward(X);
        Tensor u = X.plus(attention.forward(in, in, in));
        Tensor y = u.plus(feedForward.forward(norm(block, "norm2").forward(u)));

        assertThat(block.forward(X)).isCloseTo(y, 1e-14);
    }

    /** With all functions 0 only the short road is left. */
    @Test
    void without_functions_the_input_passes() {
        LayerNorm norm = new LayerNorm(6, 1e-5);
        Tensor twice = norm.forward(norm.forward(X));

        assertThat(new TransformerEncoderBlock(6, 3, 7, NormPlacement.PRE).forward(X))
                .hasEntriesOf(X);
        assertThat(new TransformerEncoderBlock(6, 3, 7, NormPlacement.POST).forward(X))
                .hasEntriesOf(twice);
    }

    @ParameterizedTest
    @EnumSource
    void padding_changes_no_word(NormPlacement placement) {
        TransformerEncoderBlock block = block(placement);
        Tensor shorter = X.slice(1, 0, 3);
        Tensor other = X.copy();
        other.put(1, 3, Values.LARGE.draw(2, 2, 2, 6));

        Tensor mask = PaddingMask.of(IntTensor.of(3, 3), 5);

        assertThat(block.forward(other, mask).slice(1, 0, 3)).isCloseTo(block.forward(shorter), 1e-13);
    }

    @ParameterizedTest
    @EnumSource
    void without_a_code_of_positions_it_sees_a_set(NormPlacement placement) {
        TransformerEncoderBlock block = block(placement);

        assertThat(block.forward(X.flip(1))).isCloseTo(block.forward(X).flip(1), 1e-13);
    }

    @ParameterizedTest
    @EnumSource
    void far_out_and_for_constant_words_it_stays_finite(NormPlacement placement) {
        TransformerEncoderBlock block = block(placement);

        for (Tensor x : new Tensor[] {X.times(1000), Tensor.ones(2, 5, 6).times(-1000)}) {
            Tensor y = block.forward(x);
            Tensor dx = block.backward(X);

            assertThat(y.abs().max()).isLessThan(1e5);
            assertThat(dx.abs().max()).isLessThan(1e5);
        }
    }

    @Test
    void refuses_another_width() {
        assertThatThrownBy(() -> block(NormPlacement.POST).forward(Tensor.zeros(2, 6, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransformerEncoderBlock.forward: x: expected shape (any, any, 6) but got (2, 6, 5).");
    }

    /** Lecture 11's residual dropout: of what each function answers, before it is added; the rest is enlarged. */
    @Test
    void drops_the_answers_of_its_functions_in_training() {
        Seed seed = new Seed(7);
        TransformerEncoderBlock post =
                Drawn.with(new TransformerEncoderBlock(6, 3, 7, NormPlacement.POST, 0.25, seed), 100);
        TransformerEncoderBlock pre =
                Drawn.with(new TransformerEncoderBlock(6, 3, 7, NormPlacement.PRE, 0.25, seed), 100);
        MultiHeadAttention attention = part(post, new MultiHeadAttention(6, 3), "attention");
        FeedForward feedForward = part(post, new FeedForward(6, 7), "feedForward");
        Layer norm1 = norm(post, "norm1");
        Layer norm2 = norm(post, "norm2");
        Tensor kept1 =
                Tensor.bernoulli(X.shape(), 0.25, seed.child(0)).oneMinus().divide(0.75);
        Tensor kept2 =
                Tensor.bernoulli(X.shape(), 0.25, seed.child(1)).oneMinus().divide(0.75);

        Tensor u = norm1.forward(X.plus(attention.forward(X, X, X).times(kept1)));
        assertThat(post.forward(X))
                .isCloseTo(norm2.forward(u.plus(feedForward.forward(u).times(kept2))), 1e-14);

        Tensor in = norm1.forward(X);
        Tensor v = X.plus(attention.forward(in, in, in).times(kept1));
        Tensor y = v.plus(feedForward.forward(norm2.forward(v)).times(kept2));
        assertThat(pre.forward(X)).isCloseTo(y, 1e-14);
    }

    @ParameterizedTest
    @EnumSource
    void drops_nothing_in_use_and_learns_the_same_numbers(NormPlacement placement) {
        TransformerEncoderBlock dropping =
                Drawn.with(new TransformerEncoderBlock(6, 3, 7, placement, 0.25, new Seed(7)), 100);
        Tensor y = block(placement).forward(X);

        assertThat(dropping.parameters())
                .extracting(Parameter::name)
                .isEqualTo(block(placement).parameters().stream()
                        .map(Parameter::name)
                        .toList());
        assertThat(dropping.forward(X).minus(y).abs().max()).isGreaterThan(0.01);
        dropping.mode(Mode.EVAL);
        assertThat(dropping.forward(X)).hasEntriesOf(y);
    }

    @Test
    void refuses_a_dropout_that_is_no_probability() {
        assertThatThrownBy(() -> new TransformerEncoderBlock(6, 3, 7, NormPlacement.POST, 1, new Seed(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dropout: p: expected a probability from 0 to below 1 but got 1.0.");
    }

    private static TransformerEncoderBlock block(NormPlacement placement) {
        return Drawn.with(new TransformerEncoderBlock(6, 3, 7, placement), 100);
    }

    private static Layer norm(Trainable block, String name) {
        return part(block, new LayerNorm(6, 1e-5), name);
    }

    /** A part with the block's values for it. */
    private static <T extends Trainable> T part(Trainable block, T part, String name) {
        for (Parameter p : part.parameters()) {
            block.parameters().stream()
                    .filter(q -> q.name().equals(name + "." + p.name()))
                    .forEach(q -> p.set(q.value()));
        }
        return part;
    }

    /**
     * Lecture 11 prints what the base and the big Transformer reach (27.3 and 28.4 BLEU into German, 38.1 and 41.0 into French) for 3.3e18 and
     * 2.3e19 operations; such a table can only be copied. Their sizes can be counted: 6 encoder and 6 decoder blocks of width D, four D hidden
     * units, whatever the number of heads. The paper's embeddings of 37,000 words more make its 65 and 213 million.
     */
    @Test
    void the_published_transformers_have_as_many_parameters_as_their_blocks() {
        for (int width : new int[] {6, 64}) {
            assertThat(count(new TransformerEncoderBlock(width, 2, 4 * width, NormPlacement.POST)))
                    .isEqualTo(encoder(width));
            assertThat(count(new TransformerDecoderBlock(width, 2, 4 * width, NormPlacement.POST)))
                    .isEqualTo(decoder(width));
        }

        assertThat(6 * (encoder(512) + decoder(512))).isEqualTo(44_138_496);
        assertThat(6 * (encoder(1024) + decoder(1024))).isEqualTo(176_357_376);
        assertThat((44_138_496 + 37_000 * 512) / 1e6).isCloseTo(65, within(3.0));
        assertThat((176_357_376 + 37_000 * 1024) / 1e6).isCloseTo(213, within(3.0));
    }

    /** One attention of 4 D (D + 1), a feed-forward net of 8 D² + 5 D, two norms of 2 D. */
    private static long encoder(long d) {
        return 4 * d * (d + 1) + 8 * d * d + 5 * d + 4 * d;
    }

    /** One attention and one norm more. */
    private static long decoder(long d) {
        return encoder(d) + 4 * d * (d + 1) + 2 * d;
    }

    private static long count(Trainable block) {
        return block.parameters().stream().mapToLong(p -> p.value().size()).sum();
    }
}
