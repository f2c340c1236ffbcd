package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** N = 5, T = 3, D = 7, 2 units ahead and 3 back. */
class BidirectionalTest {
    /** ReLU nets of one unit with weights 1 add up what they have seen. */
    @Example
    void adds_up_from_either_end() {
        Bidirectional layer = new Bidirectional(adder(), adder());

        Tensor y = layer.forward(Tensor.of(Shape.of(1, 3, 1), 1, 20, 300));
        Tensor dx = layer.backward(Tensor.of(Shape.of(1, 3, 2), 1, 0, 0, 0, 0, 10));

        assertThat(y).hasEntriesOf(Tensor.of(Shape.of(1, 3, 2), 1, 321, 21, 320, 321, 300));
        assertThat(dx).hasEntriesOf(Tensor.of(Shape.of(1, 3, 1), 1, 0, 10));
    }

    @Property(seed = "2026", tries = 50)
    void a_sequence_in_reverse_with_its_layers_exchanged_gives_the_reverse(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Layer ahead = drawn(seed, dims.d(), dims.m());
        Layer back = drawn(seed + 50, dims.d(), dims.k());
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.t(), dims.m() + dims.k());

        Bidirectional layer = new Bidirectional(ahead, back);
        Tensor y = layer.forward(x);
        Tensor dx = layer.backward(dy);
        Bidirectional exchanged = new Bidirectional(back, ahead);

        assertThat(exchanged.forward(x.flip(1))).hasEntriesOf(exchanged(y.flip(1), dims.m()));
        assertThat(exchanged.backward(exchanged(dy.flip(1), dims.m()))).isCloseTo(dx.flip(1), 1e-13);
    }

    private static Tensor exchanged(Tensor y, int width) {
        return Tensor.concat(2, y.slice(2, width, y.dim(2)), y.slice(2, 0, width));
    }

    @Example
    void answers_a_sequence_of_no_steps() {
        Bidirectional layer = new Bidirectional(drawn(1, 7, 2), drawn(2, 7, 3));

        assertThat(layer.forward(Tensor.zeros(5, 0, 7))).hasEntriesOf(Tensor.zeros(5, 0, 5));
        assertThat(layer.backward(Tensor.zeros(5, 0, 5))).hasEntriesOf(Tensor.zeros(5, 0, 7));
    }

    @Example
    void shares_the_parameters_of_its_layers_under_names_of_its_own() {
        Layer ahead = drawn(1, 7, 2);
        Layer back = drawn(2, 7, 3);

        List<Parameter> parameters = new Bidirectional(ahead, back).parameters();

        assertThat(parameters)
                .extracting(Parameter::name)
                .containsExactly("forward.wx", "forward.wh", "forward.b", "backward.wx", "backward.wh", "backward.b");
        assertThat(parameters.get(2).value()).isSameAs(ahead.parameters().get(2).value());
        assertThat(parameters.get(3).gradient())
                .isSameAs(back.parameters().get(0).gradient());
    }

    @Example
    void passes_the_mode_on_to_both() {
        List<Mode> heard = new ArrayList<>();

        new Bidirectional(listener(heard), listener(heard)).mode(Mode.EVAL);

        assertThat(heard).containsExactly(Mode.EVAL, Mode.EVAL);
    }

    @Example
    void has_the_state_of_both_under_names_of_its_own() {
        Tensor ahead = Tensor.of(1);
        Tensor back = Tensor.of(2);

        Map<String, Tensor> state = new Bidirectional(keeper(ahead), keeper(back)).state();

        assertThat(state).containsOnlyKeys("forward.seen", "backward.seen");
        assertThat(state.get("forward.seen")).isSameAs(ahead);
        assertThat(state.get("backward.seen")).isSameAs(back);
    }

    private static Layer keeper(Tensor seen) {
        return new Layer() {
            @Override
            public Tensor forward(Tensor x) {
                return x;
            }

            @Override
            public Tensor backward(Tensor dy) {
                return dy;
            }

            @Override
            public Map<String, Tensor> state() {
                return Map.of("seen", seen);
            }
        };
    }

    @Example
    void refuses_one_layer_for_both_directions() {
        Layer one = drawn(1, 7, 2);

        assertThatThrownBy(() -> new Bidirectional(one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bidirectional: back: expected a layer of its own but got the one ahead."
                        + " A layer remembers its last forward alone.");
    }

    @Example
    void refuses_what_is_no_sequence() {
        Bidirectional layer = new Bidirectional(drawn(1, 7, 2), drawn(2, 7, 3));

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Bidirectional.forward: x: expected shape (any, any, any) but got (5, 7).");
    }

    private static Layer adder() {
        Rnn net = new Rnn(1, 1, Nonlinearity.RELU);
        net.parameters().get(0).value().fill(1);
        net.parameters().get(1).value().fill(1);
        return net.fromZero();
    }

    private static Layer drawn(long seed, int inputs, int units) {
        Lstm net = new Lstm(inputs, units);
        Net.draw(net, seed);
        return net.fromZero();
    }

    private static Layer listener(List<Mode> heard) {
        return new Layer() {
            @Override
            public Tensor forward(Tensor x) {
                return x;
            }

            @Override
            public Tensor backward(Tensor dy) {
                return dy;
            }

            @Override
            public void mode(Mode mode) {
                heard.add(mode);
            }
        };
    }
}
