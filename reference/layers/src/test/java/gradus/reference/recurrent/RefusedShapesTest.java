package gradus.reference.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every argument is refused by name if it has another shape, along any axis: N = 5, T = 3, D = 7, H = 2. */
class RefusedShapesTest {
    private static final Shape STATE = Shape.of(5, 2);

    private record Case(Ports ports, List<Shape> inputs, List<Shape> outputs) {}

    private static Stream<Case> cases() {
        Shape x = Shape.of(5, 7);
        Shape sequence = Shape.of(5, 3, 7);
        Shape h = Shape.of(5, 3, 2);
        return Stream.of(
                new Case(Ports.of(new RnnStep(7, 2, Nonlinearity.TANH)), List.of(x, STATE), List.of(STATE)),
                new Case(Ports.of(new LstmStep(7, 2)), List.of(x, STATE, STATE), List.of(STATE, STATE)),
                new Case(Ports.of(new ExamLstm(7, 2)), List.of(x, STATE, STATE), List.of(STATE, STATE)),
                new Case(Ports.of(new Rnn(7, 2, Nonlinearity.TANH)), List.of(sequence, STATE), List.of(h, STATE)),
                new Case(Ports.of(new Gru(7, 2)), List.of(sequence, STATE), List.of(h, STATE)),
                new Case(Ports.of(new Lstm(7, 2)), List.of(sequence, STATE, STATE), List.of(h, STATE, STATE)),
                new Case(
                        Ports.of(new LinearRecurrence(7, 2, 3)),
                        List.of(sequence, STATE),
                        List.of(Shape.of(5, 3, 3), STATE)));
    }

    @TestFactory
    Stream<DynamicTest> inputs_and_upstreams_of_another_shape_are_refused_by_name() {
        return DynamicTest.stream(cases(), c -> name(c.ports), c -> {
            refuses(c.ports.forward(), c.inputs, name(c.ports) + ".forward: ", c.ports.inputs());
            c.ports.forward().apply(drawn(c.inputs));
            List<String> gradients =
                    c.ports.outputs().stream().map(output -> "d" + output).toList();
            refuses(c.ports.backward(), c.outputs, name(c.ports) + ".backward: ", gradients);
        });
    }

    /** A net that starts from zeros is called by its own name; how it hands on is nobody's business. */
    @Test
    void layers_from_zero_speak_in_the_nets_name() {
        for (Layer layer : List.of(
                new Lstm(7, 2).fromZero(), new Gru(7, 2).fromZero(), new Rnn(7, 2, Nonlinearity.TANH).fromZero())) {
            String name = ((FromZero) layer).name();

            assertThat(name).isIn("Lstm", "Gru", "Rnn");
            for (Shape shape : List.of(Shape.of(), Shape.of(5, 7))) {
                assertThatThrownBy(() -> layer.forward(Tensor.zeros(shape)))
                        .isInstanceOf(ShapeException.class)
                        .hasMessageStartingWith(name + ".forward: x: expected shape (any, any, 7) but got " + shape);
            }
        }
    }

    private static void refuses(Ports.Call call, List<Shape> shapes, String where, List<String> names) {
        for (int i = 0; i < shapes.size(); i++) {
            for (int axis = 0; axis < shapes.get(i).rank(); axis++) {
                if (!where.contains("forward") || i > 0 || axis == shapes.get(0).rank() - 1) {
                    refuses(call, shapes, i, axis, where + names.get(i) + ": expected shape (");
                }
            }
        }
    }

    private static void refuses(Ports.Call call, List<Shape> shapes, int i, int axis, String start) {
        List<Tensor> given = new ArrayList<>(drawn(shapes));
        given.set(i, given.get(i).pad(axis, 1, 0));

        assertThatThrownBy(() -> call.apply(given))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining("but got " + given.get(i).shape());
    }

    @TestFactory
    Stream<DynamicTest> backward_before_any_forward_is_refused_by_name() {
        return DynamicTest.stream(
                cases(),
                c -> name(c.ports),
                c -> assertThatThrownBy(() -> c.ports.backward().apply(drawn(c.outputs)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(name(c.ports) + ".backward: no forward pass yet. Call forward first."));
    }

    @Test
    void an_embedding_has_to_look_up_before_it_learns() {
        assertThatThrownBy(() -> new Embedding(5, 2).backward(Tensor.zeros(3, 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Embedding.backward: no forward pass yet. Call forward first.");
    }

    @Test
    void the_messages_say_what_was_expected() {
        assertThatThrownBy(() -> new Lstm(7, 2).forward(Tensor.zeros(5, 3, 7), Tensor.zeros(2, 5), Tensor.zeros(5, 2)))
                .hasMessage("Lstm.forward: h0: expected shape (5, 2) but got (2, 5). Is it transposed?");
        assertThatThrownBy(() -> new Gru(7, 2).forward(Tensor.zeros(5, 3, 8), Tensor.zeros(5, 2)))
                .hasMessage("Gru.forward: x: expected shape (any, any, 7) but got (5, 3, 8).");
    }

    private static List<Tensor> drawn(List<Shape> shapes) {
        return shapes.stream().map(s -> Values.NORMAL.draw(1, s.toArray())).toList();
    }

    private static String name(Ports ports) {
        return ports.type().getClass().getSimpleName();
    }
}
