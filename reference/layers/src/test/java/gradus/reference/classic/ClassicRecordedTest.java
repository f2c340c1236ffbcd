package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Recording;
import gradus.tensor.IntTensor;
import gradus.tensor.Objective;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassicRecordedTest {
    static Stream<Recording> linear() {
        return Recording.of("classic/linear-regression");
    }

    @ParameterizedTest
    @MethodSource
    void linear(Recording recorded) {
        Tensor x = recorded.input(0);
        Tensor y = recorded.input(1);

        LinearRegression fitted = LinearRegression.fit(x, y);

        assertThat(fitted.theta()).isCloseTo(recorded.expected("best"), Recording.TOLERANCE);
        assertThat(fitted.predict(x)).isCloseTo(recorded.expected("predict"), Recording.TOLERANCE);
        costHolds(recorded, LinearRegression.cost(x, y), y.dim(1), x.dim(1));
    }

    static Stream<Recording> shortest() {
        return Recording.of("classic/shortest");
    }

    @ParameterizedTest
    @MethodSource
    void shortest(Recording recorded) {
        LinearRegression fitted = LinearRegression.fitShortest(recorded.input(0), recorded.input(1));

        assertThat(fitted.theta()).isCloseTo(recorded.expected("shortest"), Recording.TOLERANCE);
    }

    static Stream<Recording> logistic() {
        return Recording.of("classic/logistic-regression");
    }

    @ParameterizedTest
    @MethodSource
    void logistic(Recording recorded) {
        Tensor x = recorded.input(0);

        Tensor theta = costHolds(recorded, LogisticRegression.cost(x, recorded.integers(1)), 1, x.dim(1));

        LogisticRegression model = new LogisticRegression(theta);
        assertThat(model.probabilities(x)).isCloseTo(recorded.expected("probabilities"), Recording.TOLERANCE);
        assertThat(numbers(model.predict(x))).hasEntriesOf(recorded.expected("predict"));
    }

    static Stream<Recording> softmax() {
        return Recording.of("classic/softmax-regression");
    }

    @ParameterizedTest
    @MethodSource
    void softmax(Recording recorded) {
        Tensor x = recorded.input(0);
        int classes = recorded.expected("probabilities").dim(1);

        Tensor theta = costHolds(recorded, SoftmaxRegression.cost(x, recorded.integers(1)), classes, x.dim(1));

        SoftmaxRegression model = new SoftmaxRegression(theta);
        assertThat(model.probabilities(x)).isCloseTo(recorded.expected("probabilities"), Recording.TOLERANCE);
        assertThat(numbers(model.predict(x))).hasEntriesOf(recorded.expected("predict"));
    }

    static Stream<Recording> distance() {
        return Recording.of("classic/distance");
    }

    @ParameterizedTest
    @MethodSource
    void distance(Recording recorded) {
        for (Distance distance : Distance.values()) {
            assertThat(distance.between(recorded.input(0), recorded.input(1)))
                    .isCloseTo(recorded.expected(distance.name()), Recording.TOLERANCE);
        }
    }

    static Stream<Recording> pca() {
        return Recording.of("classic/pca");
    }

    @ParameterizedTest
    @MethodSource
    void pca(Recording recorded) {
        Tensor x = recorded.input(0);

        Pca pca = Pca.of(x, recorded.integer(0));

        assertThat(pca.mean()).isCloseTo(recorded.expected("mean"), Recording.TOLERANCE);
        assertThat(pca.components()).isCloseTo(recorded.expected("components"), Recording.TOLERANCE);
        assertThat(pca.variances()).isCloseTo(recorded.expected("variances"), Recording.TOLERANCE);
        assertThat(pca.explained()).isCloseTo(recorded.expected("explained"), Recording.TOLERANCE);
        assertThat(pca.project(x)).isCloseTo(recorded.expected("project"), Recording.TOLERANCE);
        assertThat(pca.reconstruct(pca.project(x))).isCloseTo(recorded.expected("reconstruct"), Recording.TOLERANCE);
    }

    /** Value and gradient at the recorded theta, which is returned. */
    private static Tensor costHolds(Recording recorded, Objective cost, int outputs, int inputs) {
        Parameter theta = new Parameter("theta", inputs + 1, outputs);
        recorded.set(new Trainable() {
            @Override
            public List<Parameter> parameters() {
                return List.of(theta);
            }
        });
        double value = recorded.number("forward");
        assertThat(cost.value(theta.value())).isCloseTo(value, within(Recording.TOLERANCE * Math.abs(value)));
        assertThat(cost.gradient(theta.value())).isCloseTo(recorded.expected("backward.dtheta"), Recording.TOLERANCE);
        return theta.value();
    }

    private static Tensor numbers(IntTensor labels) {
        return Tensor.of(Arrays.stream(labels.toArray()).asDoubleStream().toArray());
    }
}
