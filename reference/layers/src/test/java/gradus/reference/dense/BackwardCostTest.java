package gradus.reference.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradus.reference.Multiplications;
import gradus.reference.Values;
import gradus.reference.attention.Attention;
import gradus.reference.conv.Conv2d;
import gradus.reference.recurrent.Lstm;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The way back dominates: where the way forward takes one product, the input and the weights each take one. */
class BackwardCostTest {
    static Stream<Arguments> layers() {
        return Stream.of(
                arguments(new Affine(7, 3), Values.NORMAL.draw(1, 5, 7)),
                arguments(new Conv2d(7, 3, Window.of(3, 2), 1), Values.NORMAL.draw(1, 5, 7, 11, 13)),
                arguments(new Lstm(7, 3).fromZero(), Values.NORMAL.draw(1, 5, 11, 7)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void back_takes_twice_as_many_multiplications_as_forward(Layer layer, Tensor x) {
        Tensor y = layer.forward(x);

        long forward = Multiplications.of(() -> layer.forward(x)).all();

        assertThat(forward).isGreaterThan(0);
        assertThat(Multiplications.of(() -> layer.backward(y)).all()).isEqualTo(2 * forward);
    }

    @Test
    void so_it_does_in_attention() {
        Attention attention = new Attention();
        Tensor x = Values.NORMAL.draw(1, 5, 7, 3);
        Tensor y = attention.forward(x, x, x);

        long forward = Multiplications.of(() -> attention.forward(x, x, x)).all();

        assertThat(Multiplications.of(() -> attention.backward(y)).all()).isEqualTo(2 * forward);
    }
}
