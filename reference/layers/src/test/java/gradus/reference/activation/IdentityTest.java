package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Identity identity = new Identity();

    @Test
    void changes_nothing_forward_or_backward() {
        Tensor x = Tensor.of(-2, 0, 3);

        assertThat(identity.forward(x)).hasEntriesOf(x);
        assertThat(identity.backward(Tensor.of(5, -7, 2))).hasEntriesOf(Tensor.of(5, -7, 2));
    }

    @Test
    void its_answers_are_tensors_of_their_own() {
        Tensor x = Tensor.of(-2, 0, 3);
        Tensor dy = Tensor.of(5, -7, 2);

        identity.forward(x).fill(1);
        identity.backward(dy).fill(1);

        assertThat(x).hasEntriesOf(Tensor.of(-2, 0, 3));
        assertThat(dy).hasEntriesOf(Tensor.of(5, -7, 2));
    }

    /** (x v + c) w + b = x (v w) + (c w + b): without a bend between them, layers are one layer. */
    @Property(seed = "2026", tries = 50)
    void affine_layers_with_the_identity_between_are_one(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Affine first = drawn(new Affine(dims.d(), dims.m()), seed + 1);
        Affine second = drawn(new Affine(dims.m(), dims.t()), seed + 3);
        Affine one = new Affine(dims.d(), dims.t());
        one.parameters().get(0).set(value(first, 0).matmul(value(second, 0)));
        one.parameters()
                .get(1)
                .set(value(first, 1)
                        .expand(0)
                        .matmul(value(second, 0))
                        .reshape(dims.t())
                        .plus(value(second, 1)));

        Tensor stacked = second.forward(identity.forward(first.forward(x)));

        assertThat(stacked).isCloseTo(one.forward(x), 1e-12);
    }

    private static Affine drawn(Affine layer, long seed) {
        for (Parameter p : layer.parameters()) {
            p.set(Values.NORMAL.draw(seed++, p.value().shape().toArray()));
        }
        return layer;
    }

    private static Tensor value(Layer layer, int i) {
        return layer.parameters().get(i).value();
    }
}
