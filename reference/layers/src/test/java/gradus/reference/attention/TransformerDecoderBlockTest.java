package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.reference.norm.LayerNorm;
import gradus.tensor.IntTensor;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** N = 2, T = 3, S = 5, D = 4, 2 heads, 7 hidden. */
class TransformerDecoderBlockTest {
    private static final Tensor X = Values.NORMAL.draw(1, 2, 3, 4);
    private static final Tensor MEMORY = Values.NORMAL.draw(2, 2, 5, 4);
    private static final Tensor MASK = PaddingMask.of(IntTensor.of(4, 2), 5);
    private static final Tensor DY = Values.NORMAL.draw(3, 2, 3, 4);

    @ParameterizedTest
    @EnumSource
    void the_gradients_are_slopes(NormPlacement placement) {
        slopes(() -> block(placement));
    }

    /** Every new block has the same masks. */
    @ParameterizedTest
    @EnumSource
    void the_gradients_are_slopes_where_something_is_dropped(NormPlacement placement) {
        slopes(() -> dropping(placement));
    }

    private static void slopes(Supplier<TransformerDecoderBlock> maker) {
        TransformerDecoderBlock block = maker.get();
        double size = Slopes.size(block.forward(X, MEMORY, MASK), DY);
        TransformerDecoderBlock.Gradients d = block.backward(DY);

        Slopes.holds("dx", d.dx(), Slopes.of(at -> loss(maker, at, MEMORY), X));
        Slopes.holds("dmemory", d.dmemory(), Slopes.of(at -> loss(maker, X, at), MEMORY));
        for (int i = 0; i < block.parameters().size(); i++) {
            Parameter p = block.parameters().get(i);
            Slopes.holds(p.name(), p.gradient(), Slopes.of(lossWith(maker, i), p.value()), size);
        }
    }

    private static double loss(Supplier<TransformerDecoderBlock> maker, Tensor x, Tensor memory) {
        return maker.get().forward(x, memory, MASK).dot(DY);
    }

    private static ToDoubleFunction<Tensor> lossWith(Supplier<TransformerDecoderBlock> maker, int parameter) {
        return at -> {
            TransformerDecoderBlock other = maker.get();
            other.parameters().get(parameter).set(at);
            return other.forward(X, MEMORY, MASK).dot(DY);
        };
    }

    /** Endterm 2022, 9.4: the whole sentence goes in, and what comes after a word must not help to predict it. */
    @ParameterizedTest
    @EnumSource
    void later_words_change_no_earlier_answer(NormPlacement placement) {
        TransformerDecoderBlock block = block(placement);
        Tensor other = X.copy();
        other.put(1, 2, Values.LARGE.draw(4, 2, 1, 4));

        Tensor y = block.forward(X, MEMORY);
        Tensor changed = block.forward(other, MEMORY);

        assertThat(changed.slice(1, 0, 2)).hasEntriesOf(y.slice(1, 0, 2));
        assertThat(changed.slice(1, 2, 3).minus(y.slice(1, 2, 3)).abs().max()).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @EnumSource
    void the_loss_of_a_word_reaches_no_later_word_but_all_of_the_memory(NormPlacement placement) {
        TransformerDecoderBlock block = block(placement);
        block.forward(X, MEMORY);

        TransformerDecoderBlock.Gradients d = block.backward(DY.slice(1, 0, 1).pad(1, 0, 2));

        assertThat(d.dx().slice(1, 1, 3)).hasEntriesOf(Tensor.zeros(2, 2, 4));
        assertThat(d.dmemory().abs().min()).isGreaterThan(0);
    }

    /** Lecture 11: the query comes from the decoder, keys and values from the encoder. */
    @Test
    void the_memory_is_a_set_of_which_padding_is_no_part() {
        TransformerDecoderBlock block = block(NormPlacement.POST);
        Tensor mask = PaddingMask.of(IntTensor.of(2, 2), 5);

        Tensor y = block.forward(X, MEMORY);

        assertThat(block.forward(X, MEMORY.flip(1))).isCloseTo(y, 1e-13);
        assertThat(block.forward(X, MEMORY, mask)).isCloseTo(block.forward(X, MEMORY.slice(1, 0, 2)), 1e-13);
        assertThat(block.forward(X, MEMORY, Tensor.ones(3, 5))).hasEntriesOf(y);
    }

    @Test
    void without_functions_the_input_passes() {
        LayerNorm norm = new LayerNorm(4, 1e-5);
        Tensor thrice = norm.forward(norm.forward(norm.forward(X)));

        assertThat(new TransformerDecoderBlock(4, 2, 7, NormPlacement.PRE).forward(X, MEMORY))
                .hasEntriesOf(X);
        assertThat(new TransformerDecoderBlock(4, 2, 7, NormPlacement.POST).forward(X, MEMORY))
                .hasEntriesOf(thrice);
    }

    @Test
    void arguments_are_only_read_and_a_second_backward_adds_the_same_again() {
        TransformerDecoderBlock block = block(NormPlacement.POST);
        Tensor x = X.copy();
        Tensor memory = MEMORY.copy();
        Tensor dy = DY.copy();
        List<Tensor> values = Drawn.values(block);

        block.forward(x, memory);
        TransformerDecoderBlock.Gradients first = block.backward(dy);
        List<Tensor> once = Drawn.gradients(block);
        TransformerDecoderBlock.Gradients second = block.backward(dy);

        assertThat(x).hasEntriesOf(X);
        assertThat(memory).hasEntriesOf(MEMORY);
        assertThat(dy).hasEntriesOf(DY);
        assertThat(second.dx()).hasEntriesOf(first.dx());
        assertThat(second.dmemory()).hasEntriesOf(first.dmemory());
        for (int i = 0; i < once.size(); i++) {
            assertThat(block.parameters().get(i).value()).hasEntriesOf(values.get(i));
            assertThat(block.parameters().get(i).gradient())
                    .isCloseTo(once.get(i).times(2), 1e-14);
        }
    }

    @Test
    void no_samples_give_empty_answers_and_add_nothing() {
        TransformerDecoderBlock block = block(NormPlacement.POST);

        assertThat(block.forward(Tensor.zeros(0, 3, 4), Tensor.zeros(0, 5, 4))).hasEntriesOf(Tensor.zeros(0, 3, 4));
        TransformerDecoderBlock.Gradients d = block.backward(Tensor.zeros(0, 3, 4));

        assertThat(d.dx()).hasEntriesOf(Tensor.zeros(0, 3, 4));
        assertThat(d.dmemory()).hasEntriesOf(Tensor.zeros(0, 5, 4));
        assertThat(Drawn.gradients(block)).allSatisfy(g -> assertThat(g).hasEntriesOf(Tensor.zeros(g.shape())));
    }

    /** The words ask, the memory answers as key and as value; both its gradients add up. */
    @Test
    void the_memory_is_key_and_value_of_the_words_queries() {
        MultiHeadAttention cross = new MultiHeadAttention(6, 3);
        TransformerDecoderBlock block = new TransformerDecoderBlock(6, 3, 7, NormPlacement.PRE);
        for (Parameter p : block.parameters()) {
            if (p.name().startsWith("crossAttention.")) {
                p.set(Values.NORMAL.draw(p.name().hashCode(), p.value().shape().toArray()));
                cross.parameters().stream()
                        .filter(own -> p.name().equals("crossAttention." + own.name()))
                        .forEach(own -> own.set(p.value()));
            }
        }
        Tensor x = Values.NORMAL.draw(1, 2, 3, 6);
        Tensor memory = Values.NORMAL.draw(2, 2, 5, 6);
        Tensor dy = Values.NORMAL.draw(3, 2, 3, 6);
        LayerNorm norm = new LayerNorm(6, 1e-5);

        // self-attention and feed-forward net are 0, so that only the step between is left
        Tensor y = x.plus(cross.forward(norm.forward(x), memory, memory));
        MultiHeadAttention.Gradients d = cross.backward(dy);

        assertThat(block.forward(x, memory)).isCloseTo(y, 1e-14);
        TransformerDecoderBlock.Gradients back = block.backward(dy);
        assertThat(back.dmemory()).isCloseTo(d.dkey().plus(d.dvalue()), 1e-13);
        assertThat(back.dx()).isCloseTo(dy.plus(norm.backward(d.dquery())), 1e-13);
    }

    @Test
    void names_its_parameters_by_their_parts() {
        assertThat(block(NormPlacement.PRE).parameters())
                .extracting(Parameter::name)
                .doesNotHaveDuplicates()
                .contains("attention.wq", "crossAttention.wq", "norm1.gamma", "norm2.gamma", "norm3.gamma")
                .hasSize(8 + 2 + 8 + 2 + 4 + 2);
    }

    @Test
    void refuses_what_does_not_fit_by_name() {
        TransformerDecoderBlock block = block(NormPlacement.POST);

        assertThatThrownBy(() -> block.forward(Tensor.zeros(2, 3, 5), MEMORY))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransformerDecoderBlock.forward: x: expected shape (any, any, 4) but got (2, 3, 5).");
        assertThatThrownBy(() -> block.forward(X, Tensor.zeros(1, 5, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransformerDecoderBlock.forward: memory: expected shape (2, any, 4) but got (1, 5, 4).");
        block.forward(X, MEMORY);
        assertThatThrownBy(() -> block.backward(MEMORY))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransformerDecoderBlock.backward: dy: expected shape (2, 3, 4) but got (2, 5, 4).");
    }

    @Test
    void backward_before_any_forward_is_refused() {
        assertThatThrownBy(
                        () -> new TransformerDecoderBlock(6, 2, 7, NormPlacement.POST).backward(Tensor.zeros(2, 3, 6)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("TransformerDecoderBlock.backward: no forward pass yet. Call forward first.");
    }

    /** Each function apart: all others answer 0, so that the answer of one is all that is dropped. */
    @Test
    void drops_the_answers_of_its_three_functions_in_training() {
        for (int step = 0; step < 3; step++) {
            String function =
                    List.of("attention.", "crossAttention.", "feedForward.").get(step);
            TransformerDecoderBlock whole = only(function, 0);
            TransformerDecoderBlock dropping = only(function, 0.25);
            Tensor kept = Tensor.bernoulli(X.shape(), 0.25, new Seed(7).child(step))
                    .oneMinus()
                    .divide(0.75);
            Tensor answer = whole.forward(X, MEMORY).minus(X);

            assertThat(answer.abs().min()).isGreaterThan(0);
            assertThat(dropping.forward(X, MEMORY)).isCloseTo(X.plus(answer.times(kept)), 1e-14);
        }
    }

    private static TransformerDecoderBlock only(String function, double p) {
        TransformerDecoderBlock block = new TransformerDecoderBlock(4, 2, 7, NormPlacement.PRE, p, new Seed(7));
        block.parameters().stream()
                .filter(parameter -> parameter.name().startsWith(function))
                .forEach(parameter -> parameter.set(Values.NORMAL.draw(
                        function.length(), parameter.value().shape().toArray())));
        return block;
    }

    @ParameterizedTest
    @EnumSource
    void drops_nothing_in_use(NormPlacement placement) {
        TransformerDecoderBlock dropping = dropping(placement);
        dropping.mode(Mode.EVAL);

        assertThat(dropping.forward(X, MEMORY)).hasEntriesOf(block(placement).forward(X, MEMORY));
    }

    @Test
    void no_words_give_an_empty_answer_whatever_there_is_to_remember() {
        TransformerDecoderBlock block = block(NormPlacement.POST);
        Tensor none = Tensor.zeros(2, 0, 4);

        for (Tensor memory : List.of(MEMORY, none)) {
            assertThat(block.forward(none, memory)).hasEntriesOf(none);
            assertThat(block.backward(none).dx()).hasEntriesOf(none);
            assertThat(block.backward(none).dmemory()).hasEntriesOf(Tensor.zeros(memory.shape()));
        }
        assertThat(Drawn.gradients(block)).allSatisfy(g -> assertThat(g).hasEntriesOf(Tensor.zeros(g.shape())));
    }

    @Test
    void words_with_nothing_to_remember_are_refused() {
        assertThatThrownBy(() -> block(NormPlacement.POST).forward(X, Tensor.zeros(2, 0, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MultiHeadAttention.forward: key: expected at least one key but got (2, 0, 4).");
    }

    private static TransformerDecoderBlock dropping(NormPlacement placement) {
        return Drawn.with(new TransformerDecoderBlock(4, 2, 7, placement, 0.3, new Seed(9)), 100);
    }

    private static TransformerDecoderBlock block(NormPlacement placement) {
        return Drawn.with(new TransformerDecoderBlock(4, 2, 7, placement), 100);
    }
}
