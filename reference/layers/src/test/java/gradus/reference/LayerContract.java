package gradus.reference;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Sample.Trait;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every layer promises, whatever it computes. A family's test extends this and names its samples. */
public abstract class LayerContract {
    protected abstract Stream<Sample> samples();

    private Stream<DynamicTest> each(Consumer<Sample> test) {
        return DynamicTest.stream(samples(), Sample::toString, test::accept);
    }

    private Stream<DynamicTest> eachBut(Trait trait, Consumer<Sample> test) {
        return DynamicTest.stream(samples().filter(sample -> !sample.is(trait)), Sample::toString, test::accept);
    }

    @TestFactory
    Stream<DynamicTest> gradients_are_slopes() {
        return each(sample -> Slopes.check(sample::layer, sample.x()));
    }

    @TestFactory
    Stream<DynamicTest> arguments_and_parameters_are_only_read() {
        return each(sample -> {
            Layer layer = sample.layer();
            Tensor x = sample.x();
            Tensor dy = upstream(layer.forward(x));
            List<Tensor> values = values(layer);
            layer.backward(dy);

            assertThat(x).hasEntriesOf(sample.x());
            assertThat(dy).hasEntriesOf(upstream(dy));
            same(values(layer), values, 1);
        });
    }

    @TestFactory
    Stream<DynamicTest> backward_adds_to_the_parameters_gradients() {
        return each(sample -> {
            Layer layer = sample.layer();
            Tensor dy = upstream(layer.forward(sample.x()));
            Tensor first = layer.backward(dy);
            List<Tensor> once = gradients(layer);
            Tensor second = layer.backward(dy);

            assertThat(second).hasEntriesOf(first);
            same(gradients(layer), once, 2);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_new_forward_replaces_what_was_kept() {
        return eachBut(Trait.RANDOM, sample -> {
            Layer layer = sample.layer();
            Tensor dy = upstream(layer.forward(sample.x().times(0.5)));
            layer.forward(sample.x());

            Layer fresh = sample.layer();
            fresh.forward(sample.x());
            Tensor alone = fresh.backward(dy);

            assertThat(layer.backward(dy)).hasEntriesOf(alone);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_sample_alone_fares_as_in_its_batch() {
        return eachBut(Trait.MIXES_BATCH, sample -> {
            for (Values values : Values.values()) {
                Layer layer = sample.layer();
                Tensor x = sample.x(values);
                Tensor y = layer.forward(x);
                Tensor dy = upstream(y);
                Tensor dx = layer.backward(dy);
                int last = sample.input().dim(0) - 1;

                Layer other = sample.layer();
                assertThat(other.forward(x.slice(0, last, last + 1)))
                        .as("y, %s", values)
                        .isCloseTo(y.slice(0, last, last + 1), 1e-13);
                assertThat(other.backward(dy.slice(0, last, last + 1)))
                        .as("dx, %s", values)
                        .isCloseTo(dx.slice(0, last, last + 1), 1e-13);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> an_empty_batch_gives_empty_answers_and_adds_nothing() {
        return eachBut(Trait.NO_EMPTY_BATCH, sample -> {
            Layer layer = sample.layer();
            Shape empty = sample.input().with(0, 0);
            Tensor y = layer.forward(Tensor.zeros(empty));
            Tensor dx = layer.backward(y.copy());

            assertThat(y.dim(0)).isZero();
            assertThat(dx).hasEntriesOf(Tensor.zeros(empty));
            same(gradients(layer), gradients(layer), 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> backward_is_linear_in_the_upstream() {
        return each(sample -> {
            Layer layer = sample.layer();
            Tensor y = layer.forward(sample.x());
            Tensor u = upstream(y);
            Tensor v = Values.NORMAL.draw(4, y.shape().toArray());

            Tensor together = layer.backward(u.times(2).minus(v.times(3)));
            Tensor apart = layer.backward(u).times(2).minus(layer.backward(v).times(3));

            assertThat(together).isCloseTo(apart, 1e-12);
        });
    }

    @TestFactory
    Stream<DynamicTest> an_upstream_of_another_shape_is_refused_by_name() {
        return each(sample -> {
            Layer layer = sample.layer();
            Tensor y = layer.forward(sample.x());

            assertThatThrownBy(() -> layer.backward(y.expand(0)))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageStartingWith(name(layer) + ".backward: ")
                    .hasMessageContaining("dy: expected shape")
                    .hasMessageContaining(y.expand(0).shape().toString());
        });
    }

    @TestFactory
    Stream<DynamicTest> backward_before_any_forward_is_refused_by_name() {
        return each(sample -> {
            Tensor dy = upstream(sample.layer().forward(sample.x()));
            Layer layer = sample.layer();

            assertThatThrownBy(() -> layer.backward(dy))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(name(layer) + ".backward: no forward pass yet. Call forward first.");
        });
    }

    @TestFactory
    Stream<DynamicTest> parameters_are_always_the_same_with_names_of_their_own() {
        return each(sample -> {
            Layer layer = sample.layer();

            assertThat(layer.parameters()).isEqualTo(layer.parameters());
            assertThat(layer.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        });
    }

    /** What messages call a layer. */
    protected String name(Layer layer) {
        return layer.getClass().getSimpleName();
    }

    private static Tensor upstream(Tensor y) {
        return Values.NORMAL.draw(3, y.shape().toArray());
    }

    private static List<Tensor> values(Layer layer) {
        return layer.parameters().stream().map(p -> p.value().copy()).toList();
    }

    private static List<Tensor> gradients(Layer layer) {
        return layer.parameters().stream().map(p -> p.gradient().copy()).toList();
    }

    private static void same(List<Tensor> actual, List<Tensor> expected, double factor) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isCloseTo(expected.get(i).times(factor), 1e-14);
        }
    }
}
