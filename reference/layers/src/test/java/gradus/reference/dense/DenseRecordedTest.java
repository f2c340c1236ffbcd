package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenseRecordedTest {
    static Stream<Recording> affine() {
        return Recording.of("dense/affine");
    }

    @ParameterizedTest
    @MethodSource
    void affine(Recording recorded) {
        recorded.holds(new Affine(recorded.integer(0), recorded.integer(1)));
    }

    static Stream<Recording> flatten() {
        return Recording.of("dense/flatten");
    }

    @ParameterizedTest
    @MethodSource
    void flatten(Recording recorded) {
        recorded.holds(new Flatten());
    }

    static Stream<Recording> maxout() {
        return Recording.of("dense/maxout");
    }

    @ParameterizedTest
    @MethodSource
    void maxout(Recording recorded) {
        recorded.holds(new Maxout(recorded.integer(0), recorded.integer(1), recorded.integer(2)));
    }

    static Stream<Recording> bilinear() {
        return Recording.of("dense/bilinear");
    }

    @ParameterizedTest
    @MethodSource
    void bilinear(Recording recorded) {
        Bilinear layer = new Bilinear(recorded.integer(0), recorded.integer(1), recorded.integer(2));
        recorded.set(layer);

        assertThat(layer.forward(recorded.input(0), recorded.input(1)))
                .isCloseTo(recorded.expected("forward"), Recording.TOLERANCE);
        Bilinear.Gradients d = layer.backward(recorded.upstream(0));
        assertThat(d.dx1()).isCloseTo(recorded.expected("backward.dx1"), Recording.TOLERANCE);
        assertThat(d.dx2()).isCloseTo(recorded.expected("backward.dx2"), Recording.TOLERANCE);
        recorded.gradientsHold(layer);
    }
}
