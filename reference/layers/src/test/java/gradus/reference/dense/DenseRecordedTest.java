package gradus.reference.dense;

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
}
