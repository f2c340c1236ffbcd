package gradus.reference.net;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Images;
import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Tanh;
import gradus.reference.conv.Conv2d;
import gradus.reference.dense.Affine;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A branch whose last weights are 0 leaves the way round alone, there and back, whatever the weights before. */
class ResidualPropertyTest {
    @Property(seed = "2026", tries = 50)
    void without_weights_a_block_is_the_identity(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Layer first = drawn(new Affine(dims.d(), dims.m()), seed);
        Residual block = new Residual(new Sequential(first, new Tanh(), new Affine(dims.m(), dims.d())));

        isTheIdentity(block, values.draw(seed + 1, dims.n(), dims.d()), seed);
    }

    @Property(seed = "2026", tries = 50)
    void without_weights_a_block_of_convolutions_is_the_identity(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Window same = Window.of(3).padding(1);
        Layer first = drawn(new Conv2d(dims.c(), dims.m(), same, 1), seed);
        Residual block = new Residual(new Sequential(first, new Relu(), new Conv2d(dims.m(), dims.c(), same, 1)));

        isTheIdentity(block, values.draw(seed + 1, dims.n(), dims.c(), dims.h(), dims.w()), seed);
    }

    private static void isTheIdentity(Layer block, Tensor x, long seed) {
        Tensor dy = Values.NORMAL.draw(seed + 2, x.shape().toArray());

        assertThat(block.forward(x)).hasEntriesOf(x);
        assertThat(block.backward(dy)).hasEntriesOf(dy);
    }

    private static Layer drawn(Layer layer, long seed) {
        layer.parameters()
                .forEach(p -> p.set(Values.NORMAL.draw(seed, p.value().shape().toArray())));
        return layer;
    }
}
