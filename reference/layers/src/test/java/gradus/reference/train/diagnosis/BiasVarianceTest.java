package gradus.reference.train.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.train.diagnosis.BiasVariance.Advice;
import org.junit.jupiter.api.Test;

class BiasVarianceTest {
    /** Lecture 6: errors of 1 %, 5 % and 8 %. */
    @Test
    void works_out_the_lecture() {
        BiasVariance report = new BiasVariance(1, 5, 8);

        assertThat(report.bias()).isEqualTo(4);
        assertThat(report.variance()).isEqualTo(3);
        assertThat(report.advice()).isEqualTo(Advice.REDUCE_BIAS);
    }

    /** All right in training and 80 % in the test. */
    @Test
    void learned_by_heart() {
        BiasVariance report = new BiasVariance(0, 0, 0.2);

        assertThat(report.bias()).isZero();
        assertThat(report.variance()).isCloseTo(0.2, within(1e-15));
        assertThat(report.advice()).isEqualTo(Advice.REDUCE_VARIANCE);
    }

    @Test
    void the_greater_comes_first() {
        assertThat(new BiasVariance(0, 3, 7).advice()).isEqualTo(Advice.REDUCE_VARIANCE);
        assertThat(new BiasVariance(0, 3, 6).advice()).isEqualTo(Advice.REDUCE_BIAS);
        assertThat(new BiasVariance(1, 1, 1).advice()).isEqualTo(Advice.NOTHING);
        assertThat(new BiasVariance(2, 1, 0).advice()).isEqualTo(Advice.NOTHING);
        assertThat(new BiasVariance(2, Double.NaN, 0).advice()).isEqualTo(Advice.NOTHING);
    }
}
