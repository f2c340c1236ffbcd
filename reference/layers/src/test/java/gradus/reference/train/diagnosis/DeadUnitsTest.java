package gradus.reference.train.diagnosis;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.reference.activation.Relu;
import gradus.reference.dense.Affine;
import gradus.reference.net.Sequential;
import gradus.tensor.Layer;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DeadUnitsTest {
    @Test
    void a_unit_is_dead_if_it_is_0_for_all_samples() {
        DeadUnits dead = DeadUnits.of(Tensor.of(new double[][] {{0, 1, 0, -1}, {0, 0, 2, -1}}));

        assertThat(dead.dead()).hasEntriesOf(Tensor.of(1, 0, 0, 0));
        assertThat(dead.share()).isEqualTo(0.25);
        assertThat(dead.count()).isEqualTo(1);
    }

    /** A bias of -100 kills a unit; none of its weights gets a gradient. */
    @Test
    void a_dead_unit_learns_nothing() {
        Affine affine = new Affine(3, 2);
        affine.parameters().get(0).set(Values.NORMAL.draw(1, 3, 2));
        affine.parameters().get(1).set(Tensor.of(0, -100));
        Layer net = new Sequential(affine, new Relu());

        Tensor y = net.forward(Values.NORMAL.draw(2, 40, 3));
        net.backward(Tensor.ones(40, 2));

        assertThat(DeadUnits.of(y).dead()).hasEntriesOf(Tensor.of(0, 1));
        Tensor learned = affine.parameters().get(0).gradient().abs().sum(0);
        assertThat(learned.get(0)).isPositive();
        assertThat(learned.get(1)).isZero();
    }

    @Test
    void a_unit_is_saturated_if_it_is_far_out_for_all_samples() {
        DeadUnits saturated =
                DeadUnits.saturated(Tensor.of(new double[][] {{-1, 0.99, 0.98}, {0.995, -0.99, 1}}), 0.99);

        assertThat(saturated.dead()).hasEntriesOf(Tensor.of(1, 1, 0));
        assertThat(saturated.count()).isEqualTo(2);
    }

    @Test
    void a_channel_is_dead_if_all_its_pixels_are() {
        Tensor y = Tensor.zeros(2, 3, 2, 2);
        y.set(1, 0, 1, 1, 5);

        DeadUnits dead = DeadUnits.of(y);

        assertThat(dead.count()).isEqualTo(11);
        assertThat(dead.channels().dead()).hasEntriesOf(Tensor.of(0, 1, 1));
        assertThatThrownBy(() -> DeadUnits.of(Tensor.zeros(2, 3)).channels())
                .isInstanceOf(ShapeException.class)
                .hasMessage("DeadUnits.channels: expected shape (any, any, any) but got (3).");
    }

    @Test
    void without_samples_there_is_no_saying() {
        assertThatThrownBy(() -> DeadUnits.of(Tensor.zeros(0, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("DeadUnits.of: y: expected at least one sample but got (0, 3).");
        assertThatThrownBy(() -> DeadUnits.saturated(Tensor.zeros(0, 3), 0.99))
                .isInstanceOf(ShapeException.class)
                .hasMessage("DeadUnits.saturated: y: expected at least one sample but got (0, 3).");
        assertThatThrownBy(() -> DeadUnits.of(Tensor.of(7.0).select(0, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("DeadUnits.of: y: expected at least one sample but got ().");
    }
}
