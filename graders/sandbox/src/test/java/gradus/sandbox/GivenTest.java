package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Layer;
import gradus.tensor.Objective;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {
    private static final ToDoubleFunction<Tensor> SUM = Tensor::sum;

    private final Given given = new Given();

    @Test
    void what_is_no_function_travels_as_it_is() {
        assertThat(given.outgoing("text")).isEqualTo("text");
    }

    @Test
    void a_function_of_a_tensor_is_served() throws WireException {
        Object handle = given.outgoing(SUM);

        Frame answer = given.answer(call(handle, "applyAsDouble", Tensor.of(1, 2)));

        assertThat(answer).isEqualTo(Frame.ok(7, List.of(""), List.of(3.0), List.of()));
    }

    @Test
    void an_operator_is_served() throws WireException {
        UnaryOperator<Tensor> twice = x -> x.times(2);

        Frame answer = given.answer(call(given.outgoing(twice), "apply", Tensor.of(1, 2)));

        assertThat(((Tensor) answer.list(1, 3, Object.class).get(0)).toArray()).containsExactly(2, 4);
    }

    @Test
    void an_objective_has_a_value_and_a_gradient() throws WireException {
        Objective square = new Objective() {
            @Override
            public double value(Tensor x) {
                return x.dot(x);
            }

            @Override
            public Tensor gradient(Tensor x) {
                return x.times(2);
            }
        };
        Object handle = given.outgoing(square);

        assertThat(given.answer(call(handle, "value", Tensor.of(3))).list(1, 3, Object.class))
                .containsExactly(9.0);
        assertThat(given.answer(call(handle, "gradient", Tensor.of(3))).kind()).isEqualTo(Kind.OK);
    }

    @Test
    void a_layer_goes_forward_and_backward() throws WireException {
        Object handle = given.outgoing(identity());

        assertThat(given.answer(call(handle, "forward", Tensor.of(3))).kind()).isEqualTo(Kind.OK);
        assertThat(given.answer(call(handle, "backward", Tensor.of(3))).kind()).isEqualTo(Kind.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getClass",
                "hashCode",
                "toString",
                "wait",
                "notify",
                "parameters",
                "apply",
                "compose",
                "value",
                ""
            })
    void no_other_method_is_ever_called(String method) {
        Object handle = given.outgoing(SUM);

        assertThatThrownBy(() -> given.answer(call(handle, method, Tensor.of(1))))
                .isInstanceOf(WireException.class);
    }

    @Test
    void a_handle_is_one_that_was_lent() {
        given.outgoing(SUM);

        for (Handle other : List.of(new Handle(1, true), new Handle(-1, true), new Handle(0, false))) {
            assertThatThrownBy(() -> given.answer(call(other, "applyAsDouble", Tensor.of(1))))
                    .isInstanceOf(WireException.class);
        }
    }

    @Test
    void an_argument_is_one_tensor() {
        Object handle = given.outgoing(SUM);

        for (List<Object> arguments : List.<List<Object>>of(List.of(), List.of("text"), List.of(handle))) {
            assertThatThrownBy(() -> given.answer(new Frame(Kind.CALL, 7, List.of(handle, "applyAsDouble", arguments))))
                    .isInstanceOf(WireException.class);
        }
    }

    @Test
    void a_function_that_refuses_its_argument_says_so() throws WireException {
        UnaryOperator<Tensor> fussy = x -> {
            throw new ShapeException("expected a row");
        };

        Frame answer = given.answer(call(given.outgoing(fussy), "apply", Tensor.of(1)));

        assertThat(answer.kind()).isEqualTo(Kind.FAIL);
        assertThat(answer.value(1, 3, String.class)).isEqualTo("expected a row");
    }

    private static Frame call(Object handle, String method, Tensor x) {
        return new Frame(Kind.CALL, 7, List.of(handle, method, List.of(x)));
    }

    private static Layer identity() {
        return new Layer() {
            @Override
            public Tensor forward(Tensor x) {
                return x;
            }

            @Override
            public Tensor backward(Tensor dy) {
                return dy;
            }
        };
    }
}
