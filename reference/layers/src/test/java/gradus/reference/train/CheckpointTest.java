package gradus.reference.train;

import static gradus.reference.TensorAssert.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.reference.net.Sequential;
import gradus.reference.norm.BatchNorm;
import gradus.tensor.Layer;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static Layer net(long seed) {
        Layer net = new Sequential(new Affine(3, 2), new BatchNorm(2, 0.9, 1e-5));
        net.parameters()
                .forEach(p -> p.set(Values.NORMAL.draw(seed, p.value().shape().toArray())));
        net.forward(Values.NORMAL.draw(seed, 5, 3));
        return net;
    }

    @Test
    void a_net_goes_back_to_parameters_and_state() {
        Layer net = net(1);
        Checkpoint kept = Checkpoint.of(net);
        Layer other = net(2);

        kept.restore(other);

        for (int i = 0; i < net.parameters().size(); i++) {
            assertThat(other.parameters().get(i).value())
                    .hasEntriesOf(net.parameters().get(i).value());
        }
        net.state()
                .forEach((name, tensor) -> assertThat(other.state().get(name)).hasEntriesOf(tensor));
    }

    @Test
    void what_is_kept_stays_when_the_net_learns_on() {
        Layer net = net(1);
        Tensor w = net.parameters().get(0).value().copy();
        Checkpoint kept = Checkpoint.of(net);

        net.parameters().get(0).set(w.plus(1));
        net.forward(Values.LARGE.draw(4, 5, 3));
        kept.restore(net);

        assertThat(net.parameters().get(0).value()).hasEntriesOf(w);
        assertThat(net.state().get("1.runningMean"))
                .hasEntriesOf(requireNonNull(net(1).state().get("1.runningMean")));
    }

    /** D29. */
    @Test
    void the_average_is_the_mean_of_each_parameter_and_state() {
        List<Layer> nets = List.of(net(1), net(2), net(3));

        Checkpoint mean = Checkpoint.average(nets.stream().map(Checkpoint::of).toList());

        assertThat(mean.parameters()).containsOnlyKeys("0.w", "0.b", "1.gamma", "1.beta");
        for (int i = 0; i < 4; i++) {
            int number = i;
            Tensor sum = nets.stream()
                    .map(net -> net.parameters().get(number).value())
                    .reduce(Tensor::plus)
                    .orElseThrow();
            String name = nets.get(0).parameters().get(i).name();
            assertThat(mean.parameters().get(name)).isCloseTo(sum.divide(3), 1e-15);
        }
        Tensor running = nets.stream()
                .map(net -> net.state().get("1.runningVar"))
                .reduce(Tensor::plus)
                .orElseThrow();
        assertThat(mean.state().get("1.runningVar")).isCloseTo(running.divide(3), 1e-15);
    }

    @Test
    void one_alone_is_its_own_average() {
        Checkpoint one = Checkpoint.of(net(1));

        Checkpoint mean = Checkpoint.average(List.of(one));

        assertThat(mean.parameters().get("0.w"))
                .hasEntriesOf(requireNonNull(one.parameters().get("0.w")));
    }

    @Test
    void nets_of_another_form_are_refused() {
        Checkpoint kept = Checkpoint.of(new Affine(3, 2));

        assertThatThrownBy(() -> kept.restore(new Affine(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Checkpoint: expected a net of {b=(2), w=(3, 2)} but got {b=(3), w=(2, 3)}.");
        assertThatThrownBy(() -> Checkpoint.of(new BatchNorm(3, 0.9, 1e-5)).restore(new BatchNorm(2, 0.9, 1e-5)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("Checkpoint: expected a net of {beta=(3), gamma=(3), runningMean=(3)");
        assertThatThrownBy(() -> Checkpoint.average(List.of(kept, Checkpoint.of(new Affine(1, 1)))))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Checkpoint.average(List.of()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Checkpoint.average: expected at least one checkpoint but got none.");
    }
}
