package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import org.junit.jupiter.api.Test;

/** Every backward against the formula of its forward, differentiated forward, along inputs and parameters at once. */
class DenseDualTest {
    private final Dual x = drawn(1, 5, 7);
    private final Tensor c = Values.NORMAL.draw(9, 5, 3);

    @Test
    void affine() {
        Affine layer = new Affine(7, 3);
        Dual w = drawn(2, 7, 3);
        Dual b = drawn(3, 3);
        Dual y = x.matmul(w).plus(b);
        set(layer, w, b);

        assertThat(layer.forward(x.value())).isCloseTo(y.value(), 1e-14);
        agrees(layer.backward(c).dot(x.tangent()) + throughParameters(layer, w, b), y);
    }

    @Test
    void maxout() {
        Maxout layer = new Maxout(7, 3, 2);
        Dual w = drawn(4, 7, 3, 2);
        Dual b = drawn(5, 3, 2);
        Dual left = x.matmul(w.select(2, 0)).plus(b.select(1, 0));
        Dual right = x.matmul(w.select(2, 1)).plus(b.select(1, 1));
        Tensor leftWins = left.value().greater(right.value());
        Dual y = left.where(leftWins, 0).plus(right.where(leftWins.oneMinus(), 0));
        set(layer, w, b);

        assertThat(layer.forward(x.value())).isCloseTo(y.value(), 1e-14);
        agrees(layer.backward(c).dot(x.tangent()) + throughParameters(layer, w, b), y);
    }

    @Test
    void bilinear() {
        Bilinear layer = new Bilinear(7, 2, 3);
        Dual x2 = drawn(6, 5, 2);
        Dual w = drawn(7, 3, 7, 2);
        Dual b = drawn(8, 3);
        Dual left = x.matmul(w.permute(1, 0, 2).reshape(7, 3 * 2)).reshape(5, 3, 2);
        Dual y = left.times(x2.reshape(5, 1, 2)).sumKeep(2).reshape(5, 3).plus(b);
        set(layer, w, b);

        assertThat(layer.forward(x.value(), x2.value())).isCloseTo(y.value(), 1e-14);
        Bilinear.Gradients d = layer.backward(c);
        agrees(d.dx1().dot(x.tangent()) + d.dx2().dot(x2.tangent()) + throughParameters(layer, w, b), y);
    }

    private void agrees(double backward, Dual y) {
        assertThat(backward).isCloseTo(y.tangent().dot(c), within(1e-12));
    }

    private static void set(Trainable layer, Dual... values) {
        for (int i = 0; i < values.length; i++) {
            layer.parameters().get(i).set(values[i].value());
        }
    }

    private static double throughParameters(Trainable layer, Dual... values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            Parameter p = layer.parameters().get(i);
            sum += p.gradient().dot(values[i].tangent());
        }
        return sum;
    }

    private static Dual drawn(long seed, int... dims) {
        return new Dual(Values.NORMAL.draw(seed, dims), Values.NORMAL.draw(seed + 100, dims));
    }
}
