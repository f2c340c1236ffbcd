package gradus.reference.train.search;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.reference.optim.Adam;
import gradus.reference.train.Training;
import gradus.reference.train.data.Samples;
import gradus.reference.train.metric.Accuracy;
import gradus.reference.train.search.OverfitLadder.Step;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverfitLadderTest {
    private static Samples<IntTensor> samples(int n) {
        Tensor x = Values.NORMAL.draw(1, n, 13);
        return Samples.of(
                x, IntTensor.of(IntStream.range(0, n).map(i -> (i * i / 3) % 3).toArray()));
    }

    private static double learned(Samples<IntTensor> few) {
        Layer net = new Affine(13, 3);
        Training.with(Adam::new).rate(0.1).epochs(60).batches(100).fit(net, new SoftmaxCrossEntropy(), few);
        return Accuracy.of(net.forward(few.x()), few.targets());
    }

    /** 14 numbers a class learn 1, 4, 5 and 10 arbitrary labels by heart, but not 100. */
    @Test
    void climbs_until_a_net_is_too_small() {
        List<Step> steps = OverfitLadder.usual().climb(samples(1000), OverfitLadderTest::learned);

        assertThat(steps.stream().map(Step::samples)).containsExactly(1, 4, 5, 10, 100);
        assertThat(steps.stream().map(Step::passed)).containsExactly(true, true, true, true, false);
        assertThat(steps.get(4).accuracy()).isBetween(0.3, 0.95);
    }

    /** Lecture 6. */
    @Test
    void the_steps_of_the_lecture() {
        List<Step> steps = OverfitLadder.usual().climb(samples(1000), few -> 1);

        assertThat(steps.stream().map(Step::samples)).containsExactly(1, 4, 5, 10, 100, 1000);
    }

    @Test
    void ends_with_the_samples() {
        assertThat(OverfitLadder.usual().climb(samples(10), few -> few.size() > 0 ? 1 : 0))
                .hasSize(4);
        assertThat(OverfitLadder.usual().climb(samples(9), few -> 1)).hasSize(3);
        assertThat(OverfitLadder.usual().climb(samples(0), few -> 1)).isEmpty();
    }

    @Test
    void each_step_has_the_first_samples() {
        OverfitLadder two = new OverfitLadder(List.of(2, 3));

        List<Step> steps = two.climb(
                samples(5), few -> few.targets().equals(samples(few.size()).targets()) ? 1 : 0);

        assertThat(steps).containsExactly(new Step(2, 1), new Step(3, 1));
    }
}
