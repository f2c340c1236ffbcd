package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PositionalEncodingTest {
    /** Lecture 11's formula for D = 4: the wavelengths are 2π and 200π. */
    @Example
    void works_out_the_formula_of_the_lecture() {
        Tensor table = PositionalEncoding.of(3, 4);

        assertThat(table)
                .isWithin(
                        Tensor.of(new double[][] {
                            {0, 1, 0, 1},
                            {0.8414709848078965, 0.5403023058681398, 0.009999833334166664, 0.9999500004166653},
                            {0.9092974268256817, -0.4161468365471424, 0.01999866669333308, 0.9998000066665778}
                        }),
                        1e-15);
    }

    @Example
    void an_odd_width_ends_with_a_sine_without_its_cosine() {
        double rate = Math.pow(10000, -2.0 / 3);

        Tensor table = PositionalEncoding.of(2, 3);

        assertThat(table)
                .isWithin(Tensor.of(new double[][] {{0, 1, 0}, {Math.sin(1), Math.cos(1), Math.sin(rate)}}), 1e-15);
    }

    @Property(seed = "2026", tries = 30)
    void every_position_has_the_same_length(
            @ForAll @IntRange(min = 1, max = 40) int length, @ForAll @IntRange(min = 1, max = 20) int half) {
        Tensor table = PositionalEncoding.of(length, 2 * half);

        assertThat(table.square().sum(1)).isWithin(Tensor.ones(length).times(half), 1e-13 * half);
    }

    @Property(seed = "2026", tries = 30)
    void products_of_positions_depend_on_their_distance_alone(
            @ForAll @IntRange(max = 20) int s, @ForAll @IntRange(max = 20) int t) {
        Tensor table = PositionalEncoding.of(42, 6);

        double here = table.select(0, s).dot(table.select(0, t));
        double later = table.select(0, s + 21).dot(table.select(0, t + 21));

        assertThat(later).isCloseTo(here, within(1e-13));
    }

    @Example
    void is_added_to_every_sample_and_passes_the_gradient_on_as_a_copy() {
        PositionalEncoding encoding = new PositionalEncoding(7);
        Tensor x = Values.NORMAL.draw(1, 2, 3, 7);

        Tensor y = encoding.forward(x);
        Tensor dx = encoding.backward(x);

        assertThat(y.select(0, 1)).hasEntriesOf(x.select(0, 1).plus(PositionalEncoding.of(3, 7)));
        assertThat(dx).hasEntriesOf(x);
        assertThat(dx).isNotSameAs(x);
    }

    /** Endterm 2022, 9.5: the encoding, too, takes a sentence of any length. */
    @Example
    void a_longer_sequence_begins_like_a_shorter_one() {
        PositionalEncoding encoding = new PositionalEncoding(6);

        Tensor longer = encoding.forward(Tensor.zeros(1, 1009, 6));

        assertThat(longer.slice(1, 0, 5)).hasEntriesOf(encoding.forward(Tensor.zeros(1, 5, 6)));
        assertThat(encoding.forward(Tensor.zeros(2, 0, 6))).hasEntriesOf(Tensor.zeros(2, 0, 6));
    }

    @Example
    void refuses_another_width_and_a_width_of_none() {
        assertThatThrownBy(() -> new PositionalEncoding(6).forward(Tensor.zeros(2, 6, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("PositionalEncoding.forward: x: expected shape (any, any, 6) but got (2, 6, 3).");
        assertThatThrownBy(() -> new PositionalEncoding(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PositionalEncoding: width: expected 1 or more but got 0.");
        assertThat(new PositionalEncoding(1).forward(Tensor.zeros(1, 2, 1)).get(0, 1, 0))
                .isEqualTo(Math.sin(1));
    }
}
