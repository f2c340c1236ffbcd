package gradus.reference.plan;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters and sizes of exams and lectures, counted by the plan and found again in the layers that it makes. */
class PrintedCountsTest {
    /** Endterm 2020, 4b; summer 2021, 2.6; mock exam 2020, II.7. */
    @ParameterizedTest(name = "{1} filters of {2}, stride {3}, padding {4}, on {0} channels of {0}: {6}")
    @CsvSource({"26, 5, 7, 3, 1, 8, 6375", "28, 6, 5, 3, 2, 10, 4206", "32, 8, 6, 2, 1, 15, 9224"})
    void parameters_of_the_convolutions_of_exams(
            int size, int filters, int side, int stride, int padding, int after, long parameters) {
        Stage stage = Convolution.of(filters, Window.of(side).stride(stride).padding(padding));
        Shape input = Shape.of(size, size, size);
        Measure end = stage.after(Measure.of(input));

        assertThat(end.shape()).isEqualTo(Shape.of(filters, after, after));
        assertThat(end.parameters()).isEqualTo(parameters).isEqualTo(numbers(stage, input));
    }

    /** Lecture 3: an image of 128 × 128 to 10 classes, at once or by way of 1000 units; biases are not counted. */
    @Test
    void weights_of_linear_classifiers() {
        Stage direct = new Connected(10);
        Stage hidden = Stage.of(new Connected(1000), new Connected(10));
        Shape pixels = Shape.of(128 * 128);

        assertThat(direct.after(Measure.of(pixels)).multiplications()).isEqualTo(163_840);
        assertThat(hidden.after(Measure.of(pixels)).multiplications()).isEqualTo(16_394_000);
        assertThat(numbers(direct, pixels)).isEqualTo(163_840 + 10);
        assertThat(numbers(hidden, pixels)).isEqualTo(16_394_000 + 1010);
    }

    /** Lecture 9: layer after layer of 5 × 5 without padding, 32 pixels shrink to 28, 24 and 20. */
    @Test
    void convolutions_without_padding_shrink_the_image() {
        Stage stage = Convolution.of(6, Window.of(5));
        Measure one = stage.after(Measure.of(3, 32, 32));
        Measure two = stage.after(one);

        assertThat(List.of(one.height(), two.height(), stage.after(two).height()))
                .containsExactly(28, 24, 20);
        assertThat(List.of(one.width(), two.width(), stage.after(two).width())).containsExactly(28, 24, 20);
    }

    private static long numbers(Stage stage, Shape input) {
        return stage.layer(input).parameters().stream()
                .map(Parameter::value)
                .mapToLong(value -> value.size())
                .sum();
    }
}
