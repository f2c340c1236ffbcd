package gradus.reference.train.augment;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Recording;
import gradus.reference.Values;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplingTest {
    static Stream<Recording> rotation() {
        return Recording.of("train/rotation");
    }

    static Stream<Recording> resize() {
        return Recording.of("train/resize");
    }

    @ParameterizedTest
    @MethodSource
    void rotation(Recording recording) {
        Tensor y = Rotation.turned(recording.input(0), recording.input(1));

        assertThat(y).isCloseTo(recording.expected("forward"), Recording.TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource
    void resize(Recording recording) {
        Tensor y = new Resize(recording.integer(0), recording.integer(1)).apply(recording.input(0));

        assertThat(y).isCloseTo(recording.expected("forward"), Recording.TOLERANCE);
    }

    private final Tensor x = Tensor.of(Shape.of(1, 1, 3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9);

    /** What was on the right comes to the top. */
    @Test
    void a_quarter_turn_is_counter_clockwise() {
        assertThat(Rotation.turned(x, Tensor.of(Math.PI / 2)))
                .isWithin(Tensor.of(x.shape(), 3, 6, 9, 2, 5, 8, 1, 4, 7), 1e-14);
        assertThat(Rotation.turned(x, Tensor.of(Math.PI))).isWithin(x.flip(2).flip(3), 1e-14);
    }

    /** The middle of three pixels, an eighth turn: the corners come from outside. */
    @Test
    void outside_there_is_nothing() {
        Tensor turned = Rotation.turned(Tensor.ones(1, 1, 3, 3), Tensor.of(Math.PI / 4));

        assertThat(turned.get(0, 0, 1, 1)).isEqualTo(1);
        assertThat(turned.get(0, 0, 0, 0)).isLessThan(0.6);
    }

    @Test
    void no_angle_changes_nothing() {
        assertThat(new Rotation(0).apply(x, new Seed(1))).hasEntriesOf(x);
        assertThat(new Rotation(10).apply(Tensor.zeros(0, 2, 3, 5), new Seed(1)).shape())
                .isEqualTo(Shape.of(0, 2, 3, 5));
    }

    @Test
    void each_image_turns_by_its_own_number() {
        Tensor images = Values.NORMAL.draw(1, 2, 3, 5, 7);
        Seed seed = new Seed(8);

        Tensor angles =
                Tensor.of(2 * seed.uniform(0) - 1, 2 * seed.uniform(1) - 1).times(Math.toRadians(10));
        assertThat(new Rotation(10).apply(images, seed)).hasEntriesOf(Rotation.turned(images, angles));
    }

    @Property(seed = "2026", tries = 20)
    void resampling_is_linear(@ForAll long seed, @ForAll Values values) {
        Tensor a = values.draw(seed, 2, 3, 5, 7);
        Tensor b = Values.NORMAL.draw(seed + 1, 2, 3, 5, 7);
        double size = a.abs().max() + b.abs().max();
        Rotation rotation = new Rotation(40);
        Resize resize = new Resize(3, 11);
        Seed same = new Seed(seed);

        assertThat(rotation.apply(a.minus(b.times(2)), same))
                .isWithin(rotation.apply(a, same).minus(rotation.apply(b, same).times(2)), 1e-14 * size);
        assertThat(resize.apply(a.minus(b.times(2))))
                .isWithin(resize.apply(a).minus(resize.apply(b).times(2)), 1e-14 * size);
    }

    @Property(seed = "2026", tries = 20)
    void a_constant_image_keeps_its_value_in_any_size(@ForAll long seed, @ForAll Values values) {
        Tensor constant = values.draw(seed, 2, 3, 1, 1);

        assertThat(new Resize(2, 9).apply(constant.broadcastTo(Shape.of(2, 3, 5, 7))))
                .isCloseTo(constant.broadcastTo(Shape.of(2, 3, 2, 9)), 1e-15);
    }

    /** Lecture 8: the short side gets L pixels. */
    @Test
    void the_short_side_is_given() {
        assertThat(Resize.shortSide(Shape.of(1, 3, 500, 375), 256)).isEqualTo(new Resize(341, 256));
        assertThat(Resize.shortSide(Shape.of(1, 3, 375, 500), 480)).isEqualTo(new Resize(480, 640));
        int most = Integer.MAX_VALUE;
        assertThat(Resize.shortSide(Shape.of(1, 1, 1, 1), most)).isEqualTo(new Resize(most, most));
    }

    @Test
    void wrong_numbers_and_shapes_are_refused() {
        assertThatThrownBy(() -> new Rotation(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rotation: degrees: expected a finite number of 0 or more but got -1.0.");
        assertThatThrownBy(() -> new Rotation(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rotation(1).apply(Tensor.zeros(2), new Seed(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Rotation.apply: x: expected shape (any, any, any, any) but got (2).");
        assertThatThrownBy(() -> new Resize(0, 1)).hasMessage("Resize: height: expected 1 pixel or more but got 0.");
        assertThatThrownBy(() -> new Resize(1, 0)).hasMessage("Resize: width: expected 1 pixel or more but got 0.");
        assertThatThrownBy(() -> new Resize(2, 2).apply(Tensor.zeros(1, 1, 0, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Resize.apply: x: expected images of 1 x 1 pixels or more but got (1, 1, 0, 3).");
        assertThatThrownBy(() -> new Resize(2, 2).apply(Tensor.zeros(1, 1))).isInstanceOf(ShapeException.class);
    }
}
