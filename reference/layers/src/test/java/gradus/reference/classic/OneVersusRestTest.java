package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.minimize.Descent;
import gradus.reference.optim.minimize.Minimizer;
import gradus.reference.optim.minimize.Stopping;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneVersusRestTest {
    private static final Minimizer DESCENT = new Descent(GradientDescent::new, 1, Stopping.within(1e-9, 500));

    /** Groups around three corners of the plane. */
    @Test
    void tells_three_groups_apart() {
        IntTensor labels = IntTensor.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
        Tensor corners = Tensor.of(new double[][] {{-2, -2}, {2, -2}, {0, 3}});
        Tensor x = corners.take(labels).plus(Values.NORMAL.draw(1, 12, 2).times(0.3));

        OneVersusRest model = OneVersusRest.fit(x, labels, 3, DESCENT);

        assertThat(model.predict(x)).isEqualTo(labels);
        assertThat(model.predict(corners.times(1000))).isEqualTo(IntTensor.of(0, 1, 2));
        assertThat(SoftmaxRegression.fit(x, labels, 3, DESCENT).model().predict(x))
                .isEqualTo(labels);
    }

    @Test
    void each_model_answers_for_its_own_class() {
        Tensor x = Values.NORMAL.draw(2, 7, 2);
        IntTensor labels = IntTensor.of(2, 0, 1, 0, 2, 1, 1);

        OneVersusRest model = OneVersusRest.fit(x, labels, 3, DESCENT);
        LogisticRegression second = LogisticRegression.fit(x, IntTensor.of(0, 0, 1, 0, 0, 1, 1), DESCENT)
                .model();

        assertThat(model.models()).hasSize(3);
        assertThat(model.models().get(1).theta()).hasEntriesOf(second.theta());
        assertThat(model.probabilities(x).select(1, 1)).hasEntriesOf(second.probabilities(x));
    }

    /** 50 and 100 are both a probability of 1, and the greater one wins; of equals the first. */
    @Test
    void the_greatest_score_wins_even_where_probabilities_are_equal() {
        assertThat(model(50, 100, 100).predict(Tensor.zeros(1, 0))).isEqualTo(IntTensor.of(1));
        assertThat(model(50, 100).probabilities(Tensor.zeros(1, 0))).hasEntriesOf(Tensor.ones(1, 2));
    }

    @Test
    void refuses_what_does_not_fit() {
        assertThatThrownBy(() -> new OneVersusRest(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OneVersusRest: models: expected one or more but got none.");
        assertThatThrownBy(() -> OneVersusRest.fit(Tensor.zeros(1, 1), IntTensor.of(3), 3, DESCENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OneVersusRest.fit: labels: expected numbers from 0 to 2 but got 3.");
        assertThatThrownBy(() -> model(1, 2).predict(Tensor.zeros(1, 3)))
                .hasMessage("OneVersusRest.predict: x: expected shape (any, 0) but got (1, 3).");
    }

    private static OneVersusRest model(double... biases) {
        return new OneVersusRest(Arrays.stream(biases)
                .mapToObj(b -> new LogisticRegression(Tensor.of(new double[][] {{b}})))
                .toList());
    }
}
