package gradus.demo.digit;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void classes_take_turns_on_images_from_0_to_1() {
        Samples<IntTensor> digits = Digits.of(23, new Seed(1));

        assertThat(digits.x().shape().toArray()).containsExactly(23, 1, 12, 12);
        assertThat(digits.x().min()).isZero();
        assertThat(digits.x().max()).isEqualTo(1);
        assertThat(digits.targets().get(21)).isEqualTo(1);
    }

    @Test
    void an_image_depends_on_its_number_alone() {
        Tensor few = Digits.of(3, new Seed(1)).x();
        Tensor more = Digits.of(5, new Seed(1)).x().slice(0, 0, 3);

        assertThat(few.toArray()).isEqualTo(more.toArray());
        assertThat(Digits.of(3, new Seed(2)).x().toArray()).isNotEqualTo(few.toArray());
    }

    @Test
    void a_zero_is_empty_in_the_middle_and_a_one_is_not() {
        Tensor sums = Tensor.zeros(10, 12, 12);
        Samples<IntTensor> digits = Digits.of(200, new Seed(1));
        sums.addTake(digits.targets(), digits.x().reshape(200, 12, 12));

        assertThat(sums.get(0, 6, 6) / 20).isLessThan(0.2);
        assertThat(sums.get(1, 6, 6) / 20).isGreaterThan(0.6);
    }

    @Test
    void purity_counts_the_commonest_class_of_each_cluster() {
        IntTensor clusters = IntTensor.of(0, 0, 0, 2, 2);

        assertThat(Clusters.purity(clusters, IntTensor.of(5, 5, 1, 1, 1))).isEqualTo(0.8);
    }
}
