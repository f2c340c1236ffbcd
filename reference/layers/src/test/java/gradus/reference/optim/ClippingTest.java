package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

class ClippingTest {
    @Test
    void by_value_cuts_each_entry() {
        Tensor g = Tensor.of(3, -0.5, -4, 2, 2.5);

        assertThat(new ValueClipping(2).clip(g)).hasEntriesOf(Tensor.of(2, -0.5, -2, 2, 2));
        assertThat(g).hasEntriesOf(Tensor.of(3, -0.5, -4, 2, 2.5));
    }

    @Test
    void by_value_cuts_every_tensor() {
        List<Tensor> clipped = new ValueClipping(1).clip(List.of(Tensor.of(3), Tensor.of(0.5, -7)));

        assertThat(clipped).hasSize(2);
        assertThat(clipped.get(0)).hasEntriesOf(Tensor.of(1));
        assertThat(clipped.get(1)).hasEntriesOf(Tensor.of(0.5, -1));
    }

    /** 3, 4, 5. */
    @Test
    void by_norm_keeps_the_direction() {
        Tensor g = Tensor.of(3, -4);

        assertThat(new NormClipping(1).clip(g)).isWithin(Tensor.of(0.6, -0.8), 1e-15);
        assertThat(g).hasEntriesOf(Tensor.of(3, -4));
    }

    /** The length of all together is 13, of each alone 5 and 12. */
    @Test
    void by_norm_measures_all_gradients_together() {
        List<Tensor> clipped = new NormClipping(6.5).clip(List.of(Tensor.of(3, -4), Tensor.of(new double[][] {{12}})));

        assertThat(clipped.get(0)).isWithin(Tensor.of(1.5, -2), 1e-15);
        assertThat(clipped.get(1)).isWithin(Tensor.of(new double[][] {{6}}), 1e-15);
    }

    /** Gradients (3, -4) and ((12)), of the length 13 together; and a bound that none of them reaches. */
    @Test
    void by_value_and_by_norm_as_the_formulas_say() {
        List<Tensor> g = List.of(Tensor.of(3, -4), Tensor.of(new double[][] {{12}}));

        List<Tensor> byValue = new ValueClipping(3.5).clip(g);
        List<Tensor> byNorm = new NormClipping(3.25).clip(g);

        assertThat(byValue.get(0)).hasEntriesOf(Tensor.of(3, -3.5)); // min(max(g, -c), c)
        assertThat(byValue.get(1)).hasEntriesOf(Tensor.of(new double[][] {{3.5}}));
        assertThat(byNorm.get(0)).isWithin(Tensor.of(0.75, -1), 1e-15); // g min(1, c / n), c / n = 1/4
        assertThat(byNorm.get(1)).isWithin(Tensor.of(new double[][] {{3}}), 1e-15);
        for (Clipping loose : List.of(new ValueClipping(12), new NormClipping(13))) {
            assertThat(loose.clip(g).get(0)).hasEntriesOf(g.get(0));
            assertThat(loose.clip(g).get(1)).hasEntriesOf(g.get(1));
        }
    }

    @Test
    void by_norm_leaves_what_is_short_enough() {
        Tensor g = Tensor.of(3, -4);

        assertThat(new NormClipping(5).clip(g)).hasEntriesOf(g);
        assertThat(new NormClipping(5).clip(g)).isNotSameAs(g);
        assertThat(new NormClipping(1e-300).clip(Tensor.zeros(2))).hasEntriesOf(Tensor.zeros(2));
    }

    @Test
    void by_norm_cuts_gradients_whose_squares_are_infinite() {
        assertThat(new NormClipping(10).clip(Tensor.of(3e200, -4e200))).isWithin(Tensor.of(6, -8), 1e-14);
    }

    @Test
    void gradients_without_entries_are_left() {
        for (Clipping clipping : new Clipping[] {new NormClipping(1), new ValueClipping(1)}) {
            assertThat(clipping.clip(List.of())).isEmpty();
            assertThat(clipping.clip(List.of(Tensor.zeros(0, 3), Tensor.of(0.5)))
                            .get(0)
                            .shape())
                    .isEqualTo(Shape.of(0, 3));
        }
    }

    @Test
    void by_norm_refuses_what_has_no_direction() {
        for (double entry : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> new NormClipping(1).clip(List.of(Tensor.of(1), Tensor.of(entry, 2))))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("NormClipping.clip: gradients: expected finite numbers but got one of magnitude "
                            + Math.abs(entry) + ".");
        }
    }

    @Test
    void refuses_a_bound_that_is_no_length() {
        refuses(ValueClipping::new, "ValueClipping: bound");
        refuses(NormClipping::new, "NormClipping: bound");
    }

    private static void refuses(DoubleFunction<Clipping> maker, String where) {
        for (double bound : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> maker.apply(bound))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(where + ": expected a finite number above 0 but got " + bound + ".");
        }
    }
}
