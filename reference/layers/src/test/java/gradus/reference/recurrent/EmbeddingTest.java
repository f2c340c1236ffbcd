package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EmbeddingTest {
    private final Embedding layer = new Embedding(7, 2);
    private final Parameter w = layer.parameters().get(0);

    @Example
    void adds_up_the_gradients_of_a_word_that_comes_twice() {
        w.set(Values.NORMAL.draw(1, 7, 2));
        w.addGradient(Tensor.ones(7, 2));

        Tensor y = layer.forward(IntTensor.of(6, 0, 6));
        layer.backward(Tensor.of(new double[][] {{1, 2}, {3, 4}, {50, 60}}));

        assertThat(y.select(0, 2)).hasEntriesOf(w.value().select(0, 6));
        Tensor dw = Tensor.of(new double[][] {{4, 5}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {1, 1}, {52, 63}});
        assertThat(w.gradient()).hasEntriesOf(dw);
    }

    @Property(seed = "2026", tries = 50)
    void is_the_product_with_one_hot_rows(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Embedding layer = new Embedding(dims.d(), dims.m());
        Parameter w = layer.parameters().get(0);
        w.set(values.draw(seed, dims.d(), dims.m()));
        Tensor scores = Tensor.uniform(Shape.of(dims.n(), dims.t(), dims.d()), new Seed(seed + 1));
        IntTensor tokens = scores.argmax(2);
        Tensor oneHot = Tensor.zeros(dims.n(), dims.t(), dims.d());
        oneHot.addPick(tokens, 1);
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.n(), dims.t(), dims.m());

        Tensor y = layer.forward(tokens);
        layer.backward(dy);

        assertThat(y).hasEntriesOf(oneHot.matmul(w.value()));
        assertThat(w.gradient())
                .isCloseTo(oneHot.reshape(-1, dims.d()).transposedMatmul(dy.reshape(-1, dims.m())), 1e-14);
    }

    @Example
    void the_gradient_is_the_slope() {
        Tensor start = Values.NORMAL.draw(1, 7, 2);
        IntTensor tokens = IntTensor.of(Shape.of(2, 3), 4, 0, 4, 1, 6, 4);
        Tensor dy = Values.NORMAL.draw(2, 2, 3, 2);
        w.set(start);

        layer.forward(tokens);
        layer.backward(dy);

        Slopes.holds("dw", w.gradient(), Slopes.of(at -> scored(at, tokens, dy), start));
    }

    private static double scored(Tensor w, IntTensor tokens, Tensor dy) {
        Embedding other = new Embedding(7, 2);
        other.parameters().get(0).set(w);
        return other.forward(tokens).dot(dy);
    }

    @Example
    void answers_a_single_token_and_none() {
        w.set(Values.NORMAL.draw(1, 7, 2));

        assertThat(layer.forward(IntTensor.of(Shape.of(), 3)))
                .hasEntriesOf(w.value().select(0, 3));
        assertThat(layer.forward(IntTensor.of(Shape.of(0, 3)))).hasEntriesOf(Tensor.zeros(0, 3, 2));
        layer.backward(Tensor.zeros(0, 3, 2));
        assertThat(w.gradient()).hasEntriesOf(Tensor.zeros(7, 2));
    }

    @Example
    void gives_a_copy_of_its_rows() {
        layer.forward(IntTensor.of(0, 1, 2, 3, 4, 5, 6)).fill(9);

        assertThat(w.value()).hasEntriesOf(Tensor.zeros(7, 2));
    }

    @Example
    void refuses_what_is_no_word() {
        assertThatThrownBy(() -> layer.forward(IntTensor.of(0, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Embedding.forward: tokens: expected numbers from 0 to 6 but got 7.");
        assertThatThrownBy(() -> layer.forward(IntTensor.of(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Embedding.forward: tokens: expected numbers from 0 to 6 but got -1.");
    }

    @Example
    void refuses_an_upstream_that_is_not_shaped_like_y() {
        layer.forward(IntTensor.of(0, 1, 2));

        assertThatThrownBy(() -> layer.backward(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Embedding.backward: dy: expected shape (3, 2) but got (2, 3). Is it transposed?");
    }

    @Example
    void has_one_parameter_and_keeps_it() {
        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("w");
        assertThat(layer.parameters()).isEqualTo(layer.parameters());
    }
}
