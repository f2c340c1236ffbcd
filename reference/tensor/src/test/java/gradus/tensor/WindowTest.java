package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void starts_simple_and_takes_options() {
        assertThat(Window.of(3)).isEqualTo(new Window(3, 3, 1, 0, 1, false, false));
        assertThat(Window.of(3, 2).stride(2).padding(1).dilation(4).flip(true).strict(true))
                .isEqualTo(new Window(3, 2, 2, 1, 4, true, true));
        assertThat(Window.of(3).strict(true).flip(true).dilation(4).padding(1).stride(2))
                .isEqualTo(new Window(3, 3, 2, 1, 4, true, true));
        assertThat(new Window(3, 3, 1, 0, 1, true, true).flip(false).strict(false))
                .isEqualTo(Window.of(3));
    }

    /** Lectures 9 and 10: images of 7, 32, 64, 227; the exercises after them. */
    @Test
    void says_the_output_sizes_of_the_lectures() {
        assertThat(Window.of(3).outputHeight(7)).isEqualTo(5);
        assertThat(Window.of(3).stride(2).outputHeight(7)).isEqualTo(3);
        assertThat(Window.of(5).padding(2).outputHeight(32)).isEqualTo(32);
        assertThat(Window.of(3).stride(2).padding(1).outputHeight(64)).isEqualTo(32);
        assertThat(Window.of(6).stride(2).padding(1).outputHeight(32)).isEqualTo(15);
        assertThat(Window.of(7).stride(3).padding(1).outputHeight(26)).isEqualTo(8);
        assertThat(Window.of(5).stride(3).padding(2).outputHeight(28)).isEqualTo(10);
        assertThat(Window.of(11).stride(4).outputHeight(227)).isEqualTo(55);
    }

    @Test
    void keeps_the_size_when_an_odd_window_is_padded_by_half_of_the_rest() {
        for (int size = 1; size <= 9; size += 2) {
            assertThat(Window.of(size).padding((size - 1) / 2).strict(true).outputWidth(13))
                    .isEqualTo(13);
        }
    }

    @Test
    void height_and_width_are_apart() {
        Window window = Window.of(3, 2);

        assertThat(window.outputHeight(7)).isEqualTo(5);
        assertThat(window.outputWidth(7)).isEqualTo(6);
        assertThat(window.dilation(3).spanHeight()).isEqualTo(7);
        assertThat(window.dilation(3).spanWidth()).isEqualTo(4);
        assertThat(window.dilation(3).outputHeight(7)).isEqualTo(1);
        assertThat(window.dilation(3).outputWidth(7)).isEqualTo(4);
    }

    /** Lecture 9: a window of 3 by strides of 3 does not fit 7; elsewhere the lectures round down. */
    @Test
    void rounds_down_unless_strict() {
        Window window = Window.of(3).stride(3);

        assertThat(window.outputHeight(7)).isEqualTo(2);
        assertThat(window.strict(true).outputHeight(9)).isEqualTo(3);
        assertThatThrownBy(() -> window.strict(true).outputHeight(7))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Window.outputHeight: expected strides that end at the border but 4 / 3 leaves 1 over."
                        + " Change stride or padding, or do without strict.");
        assertThatThrownBy(() -> window.strict(true).outputWidth(8))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Window.outputWidth: expected strides that end at the border but 5 / 3 leaves 2 over."
                        + " Change stride or padding, or do without strict.");
    }

    @Test
    void refuses_an_image_smaller_than_itself() {
        assertThat(Window.of(5).padding(1).outputHeight(3)).isEqualTo(1);
        assertThatThrownBy(() -> Window.of(5).padding(1).outputHeight(2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Window.outputHeight: expected 3 pixels or more but got 2."
                        + " With padding there are 4, and the window spans 5.");
        assertThatThrownBy(() -> Window.of(1, 2).dilation(3).outputWidth(3))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Window.outputWidth: expected 4 pixels or more but got 3."
                        + " With padding there are 3, and the window spans 4.");
    }

    @Test
    void refuses_what_is_larger_than_any_image() {
        int most = Integer.MAX_VALUE;
        assertThat(Window.of(1, most).spanWidth()).isEqualTo(most);
        assertThat(Window.of(2).dilation(most - 1).spanHeight()).isEqualTo(most);
        assertThat(Window.of(1).padding(most / 2).outputHeight(1)).isEqualTo(most);
        assertThat(Window.of(1).stride(most).outputWidth(most)).isEqualTo(1);
        refused(
                () -> Window.of(2).dilation(most),
                "Window: dilation: expected a window that spans at most 2147483647 pixels but got 2147483648.");
        refused(
                () -> Window.of(1, 1 << 30).dilation(4),
                "Window: dilation: expected a window that spans at most 2147483647 pixels but got 4294967293.");
        assertThatThrownBy(() -> Window.of(3).padding(1 << 30).outputHeight(4))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "Window.outputHeight: expected at most 2147483647 pixels with the padding but got 2147483652.");
        assertThatThrownBy(() -> Window.of(1).padding(most / 2).outputWidth(2))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "Window.outputWidth: expected at most 2147483647 pixels with the padding but got 2147483648.");
    }

    @Test
    void refuses_lengths_that_make_no_sense() {
        refused(() -> Window.of(0, 2), "Window: height: expected 1 or more but got 0.");
        refused(() -> Window.of(2, 0), "Window: width: expected 1 or more but got 0.");
        refused(() -> Window.of(2).stride(0), "Window: stride: expected 1 or more but got 0.");
        refused(() -> Window.of(2).padding(-1), "Window: padding: expected 0 or more but got -1.");
        refused(() -> Window.of(2).dilation(0), "Window: dilation: expected 1 or more but got 0.");
    }

    private static void refused(Runnable making, String message) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
