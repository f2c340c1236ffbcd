package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.loss.MeanSquaredError;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chain rule asks of a layer, and the Jacobians that it need not build. */
class JacobianTest {
    private final Tensor x = Values.NORMAL.draw(1, 5, 7);
    private final Tensor dy = Values.NORMAL.draw(2, 5, 3);

    /** The note on matrix derivatives, (9): dwᵤᵥ is the sum over all i and j of dyᵢⱼ ∂yᵢⱼ/∂wᵤᵥ, which is xᵢᵤ if j = v. */
    @Test
    void the_gradient_of_w_is_the_sum_over_its_whole_jacobian() {
        Affine layer = drawn(new Affine(7, 3));
        double[][] dw = new double[7][3];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 3; j++) {
                for (int u = 0; u < 7; u++) {
                    for (int v = 0; v < 3; v++) {
                        dw[u][v] += dy.get(i, j) * (j == v ? x.get(i, u) : 0);
                    }
                }
            }
        }

        layer.forward(x);
        layer.backward(dy);

        assertThat(layer.parameters().get(0).gradient()).isCloseTo(Tensor.of(dw), 1e-14);
    }

    /** The Jacobian of one row of y by the same row of x is wᵀ, of another row 0. */
    @Test
    void unit_upstreams_read_the_jacobian_by_x_off() {
        Affine layer = drawn(new Affine(7, 3));
        layer.forward(x.slice(0, 0, 1).broadcastTo(Shape.of(3, 7)));

        assertThat(layer.backward(Tensor.eye(3)))
                .hasEntriesOf(layer.parameters().get(0).value().transpose());
    }

    /** The note, section 3: affine, ReLU, affine, sigmoid, loss; every layer knows itself and what comes from above. */
    @Test
    void layers_that_see_only_their_upstream_make_the_gradient_of_the_whole_net() {
        List<Layer> net = List.of(drawn(new Affine(7, 3)), new Relu(), drawn(new Affine(3, 2)), new Sigmoid());
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_BATCH);
        Tensor target = Values.NORMAL.draw(3, 5, 2);

        value(net, loss, x, target);
        Tensor upstream = loss.backward();
        for (int i = net.size() - 1; i >= 0; i--) {
            upstream = net.get(i).backward(upstream);
        }

        assertThat(upstream).isCloseTo(Slopes.of(at -> value(net, loss, at, target), x), Slopes.TOLERANCE);
        for (Layer layer : net) {
            for (Parameter p : layer.parameters()) {
                Tensor gradient = p.gradient().copy();
                assertThat(gradient).isCloseTo(slopes(net, loss, target, p), Slopes.TOLERANCE);
            }
        }
    }

    private Tensor slopes(List<Layer> net, MeanSquaredError loss, Tensor target, Parameter p) {
        Tensor start = p.value().copy();
        Tensor slopes = Slopes.of(
                at -> {
                    p.set(at);
                    return value(net, loss, x, target);
                },
                start);
        p.set(start);
        return slopes;
    }

    private static double value(List<Layer> net, MeanSquaredError loss, Tensor x, Tensor target) {
        Tensor y = x;
        for (Layer layer : net) {
            y = layer.forward(y);
        }
        return loss.forward(y, target);
    }

    private static Affine drawn(Affine layer) {
        layer.parameters()
                .get(0)
                .set(Values.NORMAL.draw(
                        4, layer.parameters().get(0).value().shape().toArray()));
        layer.parameters()
                .get(1)
                .set(Values.NORMAL.draw(
                        5, layer.parameters().get(1).value().shape().toArray()));
        return layer;
    }
}
