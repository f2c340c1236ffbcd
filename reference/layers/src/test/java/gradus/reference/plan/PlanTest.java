package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.RELU;
import static gradus.reference.plan.Entrywise.SIGMOID;
import static gradus.reference.plan.Entrywise.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A description and the net that it describes say the same. */
class PlanTest {
    static Stream<Case> nets() {
        Window three = Window.of(3);
        return Stream.of(
                new Case("LeNet", Architectures.leNet(), 1, 32, 32),
                new Case("slides", Architectures.slides(), 1, 32, 32),
                new Case("digits", ExamNets.digitSum(), 2, 28, 28),
                new Case("four classes", ExamNets.fourClasses(), 3, 16, 24),
                new Case("decoder", ExamNets.segmentationDecoder(), 4, 2, 3),
                new Case("U-Net", UNet.of(2, 2, 3), 1, 44, 60),
                new Case("perceptron", Architectures.perceptron(4, 2), 3),
                new Case("norm of features", Stage.of(new Connected(5), new Normalization(), TANH), 3),
                new Case("groups", Convolution.grouped(6, three.stride(2).dilation(2), 3), 3, 11, 13),
                new Case("pools", Stage.of(Pooling.average(2), new GlobalAverage(), SIGMOID), 3, 5, 7),
                new Case(
                        "residual",
                        new Sum(
                                Stage.of(
                                        Convolution.withoutBias(
                                                5, three.stride(2).padding(1)),
                                        new Normalization(),
                                        RELU),
                                Convolution.of(5, Window.of(1).stride(2))),
                        2,
                        7,
                        9),
                new Case("identity shortcut", Sum.of(Convolution.same(2, 3)), 2, 7, 9),
                new Case(
                        "branches",
                        Branches.of(Convolution.same(2, 1), Convolution.same(3, 5), Pooling.max(1)),
                        2,
                        7,
                        9));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void shape_parameters_and_state_are_those_of_the_net(Case net) {
        Measure end = net.stage().after(Measure.of(net.input()));
        Layer layer = net.stage().layer(net.input());

        Tensor y = layer.forward(Values.NORMAL.draw(1, batch(2, net.input()).toArray()));

        assertThat(y.shape()).isEqualTo(batch(2, end.shape()));
        assertThat(sizes(layer.parameters().stream().map(p -> p.value()))).isEqualTo(end.parameters());
        assertThat(sizes(layer.state().values().stream())).isEqualTo(end.state());
    }

    private static Shape batch(int samples, Shape sample) {
        return Tensor.zeros(sample).expand(0).shape().with(0, samples);
    }

    private static long sizes(Stream<Tensor> tensors) {
        return tensors.mapToLong(Tensor::size).sum();
    }

    static List<Case> images() {
        Window three = Window.of(3);
        return List.of(
                new Case(
                        "two convolutions",
                        Stage.of(Convolution.of(2, three), Convolution.of(1, Window.of(5))),
                        1,
                        21,
                        23),
                new Case(
                        "strides",
                        Stage.of(Convolution.of(1, three.stride(2)), Convolution.of(1, three.dilation(2))),
                        1,
                        31,
                        33),
                new Case("oblong", Stage.of(Convolution.of(1, Window.of(3, 5)), Pooling.average(2)), 1, 24, 26),
                new Case("branches", Branches.of(Convolution.same(1, 5), Convolution.same(1, 3)), 1, 21, 23),
                new Case("residual", Sum.of(Convolution.same(1, 3)), 1, 21, 23));
    }

    /** With weights of 1 nothing cancels: what one output depends on is what it sees. */
    @ParameterizedTest
    @MethodSource("images")
    void one_output_depends_on_its_field_and_on_nothing_else(Case net) {
        Field field = net.stage().after(Measure.of(net.input())).field();
        Layer layer = net.stage().layer(net.input());
        layer.parameters().forEach(p -> p.value().fill(1));
        Tensor y = layer.forward(Tensor.ones(batch(1, net.input())));
        Tensor dy = Tensor.zeros(y.shape());
        dy.set(0, 0, y.dim(2) / 2, y.dim(3) / 2, 1);

        Tensor seen = layer.backward(dy).greater(0);

        assertThat(extent(seen.max(0, 1, 3))).isEqualTo(field.rows());
        assertThat(extent(seen.max(0, 1, 2))).isEqualTo(field.columns());
    }

    /** From the first 1 to the last; a dilated window leaves gaps. */
    private static int extent(Tensor line) {
        int before = line.argmax(0).get();
        int after = line.flip(0).argmax(0).get();
        return line.size() - before - after;
    }

    @Test
    void multiplications_of_an_up_convolution() {
        Measure end = new TransposedConvolution(3, Window.of(2).stride(2)).after(Measure.of(5, 4, 7));

        assertThat(end.multiplications()).isEqualTo(5 * 3 * 4 * 4 * 7);
        assertThat(end.parameters()).isEqualTo(5 * 3 * 4 + 3);
        assertThat(end.shape()).isEqualTo(Shape.of(3, 8, 14));
    }

    @Test
    void what_stands_before_branches_counts_once() {
        Stage branch = Stage.of(Convolution.same(2, 3), new Normalization());
        Stage one = Stage.of(branch, branch);
        Measure single = one.after(Measure.of(2, 5, 7));
        Measure both = Stage.of(branch, Branches.of(branch, branch)).after(Measure.of(2, 5, 7));
        Measure start = branch.after(Measure.of(2, 5, 7));

        assertThat(both.parameters()).isEqualTo(2 * single.parameters() - start.parameters());
        assertThat(both.state()).isEqualTo(12);
        assertThat(both.multiplications()).isEqualTo(3 * start.multiplications());
    }

    @Test
    void a_chain_in_a_chain_is_its_stages() {
        assertThat(Stage.of(Stage.of(RELU, Stage.of()), TANH)).isEqualTo(Stage.of(RELU, TANH));
    }

    /** What takes tokens sends nothing back to them, and looks each of them up. */
    @Test
    void word_vectors_are_rows_of_their_table() {
        Layer layer = new WordVectors(3, 2).layer(Shape.of(4));
        layer.parameters().get(0).set(Tensor.of(new double[][] {{1, 2}, {3, 5}, {7, 11}}));

        assertThat(layer.forward(Tensor.of(new double[][] {{2, 0, 1, 2}})).toArray())
                .containsExactly(7, 11, 1, 2, 3, 5, 7, 11);
        assertThat(layer.backward(Tensor.ones(1, 4, 2)).toArray()).containsExactly(0, 0, 0, 0);
        assertThat(layer.parameters().get(0).gradient().toArray()).containsExactly(1, 1, 1, 1, 2, 2);
    }

    /** Self-attention in which every score is equal: the mean of the steps, and through it each gets half of every gradient. */
    @Test
    void a_layer_of_one_input_passes_it_three_times() {
        Layer plain = new DotProductAttention().layer(Shape.of(2, 1));

        assertThat(plain.forward(Tensor.of(Shape.of(1, 2, 1), 3, 3)).toArray()).containsExactly(3, 3);
        assertThat(plain.backward(Tensor.of(Shape.of(1, 2, 1), 5, 7)).toArray()).containsExactly(6, 6);
        assertThat(plain.parameters()).isEmpty();
        Slopes.check(() -> new DotProductAttention().layer(Shape.of(3, 2)), Values.NORMAL.draw(1, 2, 3, 2));
    }
}
