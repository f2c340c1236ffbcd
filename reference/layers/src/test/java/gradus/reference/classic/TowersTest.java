package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.activation.Relu;
import gradus.reference.dense.Affine;
import gradus.reference.net.Sequential;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TowersTest {
    /** x² on [0, 4) with two towers: 1² up to 2, then 3², and 0 outside; a tower has its left end and not its right one. */
    @Test
    void works_out_two_towers() {
        Layer towers = new Towers(2, 0, 4).ofSteps(x -> x * x);

        Tensor y = towers.forward(Tensor.of(-0.1, 0, 1.9, 2, 3.9, 4, 5).expand(1));

        assertThat(y).hasEntriesOf(Tensor.of(0, 1, 1, 9, 9, 0, 0).expand(1));
    }

    /** x² + 1 on [0, 4) in two straight pieces: 1 to 5 to 17, slopes 2 and 6, level before and straight after. */
    @Test
    void works_out_two_straight_pieces() {
        Layer pieces = new Towers(2, 0, 4).ofRelus(x -> x * x + 1);

        Tensor y = pieces.forward(Tensor.of(-1, 0, 1, 2, 3, 4, 5).expand(1));

        assertThat(y).hasEntriesOf(Tensor.of(1, 1, 3, 5, 11, 17, 23).expand(1));
    }

    /** sin on [-3, 3): its slopes are 1 at most, and so are its second derivatives. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 50, 300})
    void errors_are_within_the_bounds(int pieces) {
        Towers towers = new Towers(pieces, -3, 3);
        double h = 6.0 / pieces;

        assertThat(error(towers.ofSteps(Math::sin), Math::sin)).isLessThanOrEqualTo(h / 2 + 1e-9);
        assertThat(error(towers.ofRelus(Math::sin), Math::sin)).isLessThanOrEqualTo(h * h / 8 + 1e-9);
    }

    /** Four times as many towers leave about a quarter of the error; of ReLUs, a sixteenth. */
    @Test
    void the_error_falls_as_units_are_added() {
        double stepsBefore = error(new Towers(25, -3, 3).ofSteps(Math::exp), Math::exp);
        double stepsAfter = error(new Towers(100, -3, 3).ofSteps(Math::exp), Math::exp);
        double relusBefore = error(new Towers(25, -3, 3).ofRelus(Math::exp), Math::exp);
        double relusAfter = error(new Towers(100, -3, 3).ofRelus(Math::exp), Math::exp);

        assertThat(stepsBefore / stepsAfter).isBetween(3.5, 4.5);
        assertThat(relusBefore / relusAfter).isBetween(14.0, 18.0);
    }

    /** Continuous, but with a kink: neither the kink nor a value of 0 outside hurts. */
    @Test
    void follows_a_function_with_a_kink() {
        DoubleUnaryOperator kink = x -> Math.max(0.3 - x, 2 * x - 1);

        assertThat(error(new Towers(1000, -3, 3).ofSteps(kink), kink)).isLessThanOrEqualTo(2 * 0.006 / 2 + 1e-9);
        assertThat(error(new Towers(1000, -3, 3).ofRelus(kink), kink)).isLessThanOrEqualTo(0.006);
    }

    /** ECE 484: two ReLUs are the absolute value. */
    @Test
    void two_relus_are_the_absolute_value() {
        Affine hidden = new Affine(1, 2);
        hidden.parameters().get(0).set(Tensor.of(new double[][] {{1, -1}}));
        Affine output = new Affine(2, 1);
        output.parameters().get(0).set(Tensor.of(new double[][] {{1}, {1}}));

        Tensor x = Tensor.of(-1000, -0.5, 0, 3).expand(1);

        assertThat(new Sequential(hidden, new Relu(), output).forward(x)).hasEntriesOf(x.abs());
        assertThat(new Towers(2, -1000, 1000).ofRelus(Math::abs).forward(x)).isWithin(x.abs(), 1e-12);
    }

    @Test
    void have_two_hidden_units_a_tower_of_steps_and_one_a_piece_of_relus() {
        assertThat(new Towers(7, 0, 1)
                        .ofSteps(Math::sin)
                        .parameters()
                        .get(0)
                        .value()
                        .shape())
                .isEqualTo(Shape.of(1, 14));
        assertThat(new Towers(7, 0, 1)
                        .ofRelus(Math::sin)
                        .parameters()
                        .get(0)
                        .value()
                        .shape())
                .isEqualTo(Shape.of(1, 7));
    }

    @Test
    void refuse_what_is_no_interval() {
        assertThatThrownBy(() -> new Towers(0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Towers: pieces: expected 1 or more but got 0.");
        assertThatThrownBy(() -> new Towers(1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Towers: to: expected a number above 1.0, at a finite distance, but got 1.0.");
        assertThatThrownBy(() -> new Towers(1, 0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Towers: to: expected a number above 0.0, at a finite distance, but got Infinity.");
        assertThatThrownBy(() -> new Towers(1, -Double.MAX_VALUE, Double.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Towers: to: expected a number above");
        assertThatThrownBy(() -> new Towers(1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Towers: to: expected a number above NaN, at a finite distance, but got 1.0.");
    }

    /** The greatest error at 6000 points of [-3, 3). */
    private static double error(Layer net, DoubleUnaryOperator f) {
        Tensor x = Tensor.of(
                        IntStream.range(0, 6000).mapToDouble(i -> -3 + i * 1e-3).toArray())
                .expand(1);
        return net.forward(x).minus(x.map(f)).abs().max();
    }
}
