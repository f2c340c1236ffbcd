package gradus.reference.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import org.junit.jupiter.api.Test;

/** Sizes that no test could fill with numbers. */
class FactorTest {
    private static final int MOST = Integer.MAX_VALUE;

    @Test
    void as_much_as_an_array_holds_is_fine() {
        assertThat(Factor.enlarged("Layer", Shape.of(1, 1, 1, MOST), 1)).isEqualTo(Shape.of(1, 1, 1, MOST));
        assertThat(Factor.enlarged("Layer", Shape.of(0, 1, 1, 1), MOST)).isEqualTo(Shape.of(0, 1, MOST, MOST));
    }

    @Test
    void more_is_refused() {
        refused(Shape.of(16, 16, 1 << 11, 1 << 11), 2);
        refused(Shape.of(0, 1, 1 << 30, 1), 2);
        refused(Shape.of(0, 1, 1, 1 << 30), 2);
    }

    private static void refused(Shape images, int factor) {
        assertThatThrownBy(() -> Factor.enlarged("Layer", images, factor))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Layer: expected images that fit into an array when they are " + factor
                        + " times as high and wide but got " + images + ".");
    }
}
