package gradus.reference.net;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Identity;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Tanh;
import gradus.reference.conv.Conv2d;
import gradus.reference.dense.Affine;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.norm.BatchNorm;
import gradus.reference.norm.Dropout;
import gradus.reference.optim.GradientDescent;
import gradus.reference.pool.AveragePool2d;
import gradus.reference.pool.MaxPool2d;
import gradus.reference.pool.NearestUpsample;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NetTest {
    private static Affine affine(double[][] w, double... b) {
        Affine layer = new Affine(w.length, b.length);
        layer.parameters().get(0).set(Tensor.of(w));
        layer.parameters().get(1).set(Tensor.of(b));
        return layer;
    }

    private static Affine drawn(long seed, int inputs, int outputs) {
        Affine layer = new Affine(inputs, outputs);
        layer.parameters()
                .forEach(p -> p.set(Values.NORMAL.draw(
                        seed + p.value().rank(), p.value().shape().toArray())));
        return layer;
    }

    /** The mock exam of 2020, problem III. */
    @Test
    void the_net_of_the_mock_exam() {
        Sequential net = new Sequential(
                affine(new double[][] {{1, -0.5}, {0.5, -1}}, 0.5, -0.5),
                new Relu(),
                affine(new double[][] {{0.5, -1}, {-0.5, 1}}, -1, 0.5));
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_ALL);

        Tensor o = net.forward(Tensor.of(new double[][] {{2, -1}}));
        double value = loss.forward(o, Tensor.of(new double[][] {{1, 0.5}}));
        net.backward(loss.backward());

        assertThat(o).hasEntriesOf(Tensor.of(new double[][] {{0, -1.5}}));
        assertThat(value).isEqualTo(2.5);
        // do = (-1, -2); the second unit is dead; w21 goes from 0.5 to 0.5 + 0.1 * 1.5
        assertThat(net.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(new double[][] {{3, 0}, {-1.5, 0}}));
        assertThat(net.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(1.5, 0));
        assertThat(net.parameters().get(2).gradient()).hasEntriesOf(Tensor.of(new double[][] {{-2, -4}, {0, 0}}));
        assertThat(net.parameters().get(3).gradient()).hasEntriesOf(Tensor.of(-1, -2));
        assertThat(new GradientDescent()
                        .step(
                                net.parameters().get(0).value(),
                                net.parameters().get(0).gradient(),
                                0.1)
                        .get(1, 0))
                .isCloseTo(0.65, within(1e-15));
        assertThat(net.parameters()).extracting(Parameter::name).containsExactly("0.w", "0.b", "2.w", "2.b");
    }

    /** Winter 2021, 6: an affine map and a sigmoid, the loss being the sum of y; to all digits, not with y rounded to 1. */
    @Test
    void an_affine_map_and_a_sigmoid_as_in_the_exam() {
        Sequential net = new Sequential(affine(new double[][] {{1}, {2}}, 2), new Sigmoid());

        Tensor y = net.forward(Tensor.of(new double[][] {{1, 1}, {0, -1}}));
        net.backward(Tensor.ones(2, 1));

        assertThat(y).isWithin(Tensor.of(new double[][] {{1 / (1 + Math.exp(-5))}, {0.5}}), 1e-15);
        assertThat(net.parameters().get(0).gradient())
                .isWithin(Tensor.of(new double[][] {{0.00664806}, {-0.24335194}}), 5e-9);
        assertThat(net.parameters().get(1).gradient()).isWithin(Tensor.of(0.25664806), 5e-9);
    }

    @Test
    void names_belong_to_the_layers_own_tensors() {
        Affine layer = new Affine(2, 1);
        Sequential net = new Sequential(layer);

        net.parameters().get(0).set(Tensor.of(new double[][] {{3}, {4}}));

        assertThat(layer.parameters().get(0).value()).hasEntriesOf(Tensor.of(new double[][] {{3}, {4}}));
    }

    @Test
    void linear_layers_collapse_to_one() {
        Affine one = drawn(1, 7, 3), two = drawn(5, 3, 2);
        Tensor x = Values.NORMAL.draw(9, 5, 7);
        Tensor w =
                one.parameters().get(0).value().matmul(two.parameters().get(0).value());
        Tensor b = two.forward(one.parameters().get(1).value().expand(0)).select(0, 0);

        assertThat(new Sequential(one, new Identity(), two).forward(x))
                .isCloseTo(x.matmul(w).plus(b), 1e-14);
    }

    /** Lecture 10: with weights and bias zero, a block passes on f of what skipped it. */
    @Property(seed = "2026", tries = 18)
    void a_residual_block_without_weights_is_the_identity(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Affine last = new Affine(dims.m(), dims.d());
        Residual block = new Residual(new Sequential(drawn(seed + 2, dims.d(), dims.m()), new Relu(), last));

        assertThat(block.forward(x)).hasEntriesOf(x);
        assertThat(block.backward(dy)).hasEntriesOf(dy);
        last.parameters().get(1).set(Values.NORMAL.draw(seed + 3, dims.d()));
        assertThat(block.forward(x))
                .hasEntriesOf(x.plus(last.parameters().get(1).value()));
    }

    @Property(seed = "2026", tries = 30)
    void a_residual_derivative_is_one_more_than_the_branch(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Affine branch = drawn(seed, dims.d(), dims.d());
        Residual block = new Residual(branch);

        assertThat(block.forward(x)).isCloseTo(branch.forward(x).plus(x), 1e-14);
        assertThat(block.backward(dy)).isCloseTo(branch.backward(dy).plus(dy), 1e-13);
    }

    @Property(seed = "2026", tries = 30)
    void a_concatenation_is_its_branches_side_by_side(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Affine one = drawn(seed, dims.d(), dims.m()), two = drawn(seed + 9, dims.d(), dims.k());
        Concatenation both = new Concatenation(one, two);

        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.m() + dims.k());
        Tensor y = both.forward(x);
        Tensor dx = both.backward(dy);

        assertThat(y.slice(1, 0, dims.m())).hasEntriesOf(one.forward(x));
        assertThat(y.slice(1, dims.m(), dims.m() + dims.k())).hasEntriesOf(two.forward(x));
        assertThat(dx)
                .isCloseTo(
                        one.backward(dy.slice(1, 0, dims.m()))
                                .plus(two.backward(dy.slice(1, dims.m(), dims.m() + dims.k()))),
                        1e-14);
    }

    /** Lecture 10: the connected layer of images of 3 × 5 as filters of that size gives larger images a map of its answers, one a place. */
    @Property(seed = "2026", tries = 10)
    void a_connected_layer_as_filters_answers_at_every_place_of_a_larger_image(
            @ForAll long seed, @ForAll Values values) {
        Affine connected = drawn(seed, 2 * 3 * 5, 7);
        Conv2d filters = new Conv2d(2, 7, Window.of(3, 5), 1);
        filters.parameters()
                .get(0)
                .set(connected.parameters().get(0).value().transpose().reshape(7, 2, 3, 5));
        filters.parameters().get(1).set(connected.parameters().get(1).value());
        Tensor x = values.draw(seed + 1, 1, 2, 5, 11);

        Tensor map = filters.forward(x);

        assertThat(map.shape()).isEqualTo(Shape.of(1, 7, 3, 7));
        double size = map.abs().max();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 7; j++) {
                Tensor piece = x.slice(2, i, i + 3).slice(3, j, j + 5).reshape(1, 30);
                assertThat(map.slice(2, i, i + 1).slice(3, j, j + 1).reshape(1, 7))
                        .isWithin(connected.forward(piece), 1e-13 * size);
            }
        }
    }

    /** Steps of 1/L: with branch(x) = a x the net is (1 + a/L)^L, and tends to e^a. */
    @Test
    void scaled_residual_blocks_are_steps_of_euler() {
        Sequential net = new Sequential(IntStream.range(0, 1000)
                .mapToObj(i -> new Residual(new Sequential(affine(new double[][] {{0.5}}, 0), new Scale(0.001))))
                .toList());

        double y = net.forward(Tensor.of(new double[][] {{2}})).sum();

        assertThat(y).isCloseTo(2 * Math.pow(1.0005, 1000), within(1e-12));
        assertThat(y).isCloseTo(2 * Math.exp(0.5), within(1e-3));
    }

    @Test
    void mode_and_state_reach_every_layer() {
        BatchNorm norm = new BatchNorm(2, 0.9, 1e-5);
        Dropout dropout = new Dropout(0.5, new Seed(1));
        Layer net = new Sequential(new Residual(norm), new Concatenation(dropout, new Identity()));

        net.mode(Mode.EVAL);
        Tensor y = net.forward(Tensor.ones(3, 2));

        assertThat(y.slice(1, 2, 4)).hasEntriesOf(y.slice(1, 0, 2));
        assertThat(net.state()).containsOnlyKeys("0.branch.runningMean", "0.branch.runningVar");
        assertThat(norm.state().get("runningMean")).hasEntriesOf(Tensor.zeros(2));
    }

    @Test
    void a_frozen_layer_works_and_shows_nothing_to_learn() {
        Affine layer = drawn(1, 7, 3);
        Tensor x = Values.NORMAL.draw(2, 5, 7);

        assertThat(new Frozen(layer).parameters()).isEmpty();
        assertThat(new Frozen(layer, "b").parameters())
                .extracting(Parameter::name)
                .containsExactly("w");
        assertThat(new Frozen(layer).forward(x)).hasEntriesOf(layer.forward(x));
        assertThat(new Frozen(layer).backward(Tensor.ones(5, 3))).hasEntriesOf(layer.backward(Tensor.ones(5, 3)));
    }

    /** It is as in use, though the net around it is trained, and though someone else has trained it in between. */
    @Test
    void what_is_wholly_frozen_learns_no_statistics_and_drops_nothing() {
        BatchNorm norm = new BatchNorm(2, 0.9, 0);
        Frozen frozen = new Frozen(new Sequential(norm, new Dropout(0.9, new Seed(1))));
        Tensor x = Values.NORMAL.draw(1, 5, 2);
        Tensor dy = Values.NORMAL.draw(2, 5, 2);

        frozen.mode(Mode.TRAIN);
        norm.mode(Mode.TRAIN);

        assertThat(frozen.forward(x)).hasEntriesOf(x);
        assertThat(frozen.backward(dy)).hasEntriesOf(dy);
        assertThat(frozen.state().values()).hasSize(2);
        assertThat(norm.state().get("runningMean")).hasEntriesOf(Tensor.zeros(2));
        assertThat(norm.state().get("runningVar")).hasEntriesOf(Tensor.ones(2));
    }

    /** Who trains the layer elsewhere goes on doing so. */
    @Test
    void a_mode_told_to_what_is_wholly_frozen_does_not_reach_the_layer() {
        BatchNorm norm = new BatchNorm(2, 0, 0);
        Frozen frozen = new Frozen(norm);

        frozen.mode(Mode.EVAL);
        norm.forward(Tensor.of(new double[][] {{1, 2}, {3, 6}}));

        assertThat(norm.state().get("runningMean")).hasEntriesOf(Tensor.of(2, 4));
    }

    @Test
    void what_is_partly_frozen_trains_on_as_it_is_told() {
        BatchNorm norm = new BatchNorm(2, 0, 0);
        Frozen frozen = new Frozen(norm, "gamma");

        frozen.forward(Tensor.of(new double[][] {{1, 2}, {3, 6}}));
        frozen.mode(Mode.EVAL);
        frozen.forward(Tensor.ones(3, 2));

        assertThat(frozen.state().get("runningMean")).hasEntriesOf(Tensor.of(2, 4));
    }

    @Test
    void only_a_parameter_that_is_there_can_be_frozen() {
        assertThatThrownBy(() -> new Frozen(new Affine(2, 2), "bias"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Frozen: expected one of [w, b] but got bias.");
    }

    @Test
    void a_sum_of_different_shapes_is_refused() {
        assertThatThrownBy(() -> new Residual(new Affine(7, 3)).forward(Tensor.zeros(5, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Residual.forward: the branch gives (5, 3) but the shortcut (5, 7). "
                        + "Project the shortcut to the branch's shape.");
    }

    /** Whoever wants the same weights twice makes two layers and shares the parameters. */
    @Test
    void a_layer_that_comes_twice_is_refused() {
        Layer one = new Affine(7, 7);

        refused(
                "Sequential: 2: expected a layer of its own but got that of 0.",
                () -> new Sequential(one, new Relu(), one));
        refused("Concatenation: 1: expected a layer of its own but got that of 0.", () -> new Concatenation(one, one));
        refused(
                "Residual: shortcut: expected a layer of its own but got that of branch.",
                () -> new Residual(one, one));
        refused(
                "UNetLevel: decoder: expected a layer of its own but got that of encoder.",
                () -> new UNetLevel(one, new Relu(), one));
        assertThat(new Sequential(new Affine(7, 7), new Affine(7, 7)).parameters())
                .hasSize(4);
    }

    private static void refused(String message, ThrowingCallable net) {
        assertThatThrownBy(net)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + " A layer remembers its last forward alone.");
    }

    @Test
    void nothing_cannot_be_concatenated() {
        assertThatThrownBy(() -> new Concatenation(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Concatenation: branches: expected one or more but got none.");
    }

    @Test
    void an_inner_net_that_enlarges_beyond_the_encoder_is_refused() {
        UNetLevel level = new UNetLevel(new Identity(), new NearestUpsample(2), new Identity());

        assertThatThrownBy(() -> level.forward(Tensor.zeros(2, 1, 3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "UNetLevel.forward: expected the inner net to give images of at most 3 × 5 but got 6 × 10.");
    }

    @Test
    void an_inception_block_keeps_the_image_and_adds_up_the_channels() {
        Concatenation block = Inception.block(4, new Inception.Widths(6, 3, 12, 1, 3, 2));

        assertThat(block.forward(Tensor.ones(2, 4, 5, 7)).shape()).isEqualTo(Shape.of(2, 23, 5, 7));
        assertThat(block.parameters()).hasSize(12);
    }

    @Property(seed = "2026", tries = 10)
    void an_inception_block_is_its_four_branches_side_by_side(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        Concatenation block = Inception.block(dims.d(), new Inception.Widths(2, 1, 3, 2, 1, 5));
        block.parameters()
                .forEach(p -> p.set(Values.NORMAL.draw(
                        seed + p.name().hashCode(), p.value().shape().toArray())));
        List<Parameter> p = block.parameters();

        Tensor expected = Tensor.concat(
                1,
                rectified(p.subList(0, 2), 0, x),
                rectified(p.subList(4, 6), 1, rectified(p.subList(2, 4), 0, x)),
                rectified(p.subList(8, 10), 2, rectified(p.subList(6, 8), 0, x)),
                rectified(p.subList(10, 12), 0, new MaxPool2d(Window.of(3).padding(1)).forward(x)));

        assertThat(block.forward(x)).isCloseTo(expected, 1e-14);
    }

    /** The convolution with these weights that keeps the size, and a ReLU. */
    private static Tensor rectified(List<Parameter> weights, int padding, Tensor x) {
        Tensor w = weights.get(0).value();
        Window window = Window.of(2 * padding + 1).padding(padding);
        Conv2d layer = new Conv2d(x.dim(1), w.dim(0), window, 1);
        layer.parameters().get(0).set(w);
        layer.parameters().get(1).set(weights.get(1).value());
        return layer.forward(x).maximum(0);
    }

    /** σ(ReLU(z)) is never below one half: such a classifier knows one class only. */
    @Test
    void a_sigmoid_after_a_relu_says_one_half_at_least() {
        Tensor y = new Sequential(new Relu(), new Sigmoid()).forward(Values.NORMAL.draw(1, 50, 7));

        assertThat(y.min()).isEqualTo(0.5);
    }

    /** 7 × 8 pixels, pooled by 4 × 3 to 1 × 2 and shown beside the middle of what was skipped: rows 3, columns 3 and 4. */
    @Test
    void a_skip_is_cropped_to_the_middle() {
        UNetLevel level = new UNetLevel(
                new Identity(), new AveragePool2d(new Window(4, 3, 4, 0, 1, false, false)), new Identity());
        Tensor x = Values.NORMAL.draw(1, 2, 3, 7, 8);

        Tensor y = level.forward(x);
        Tensor dx = level.backward(y.slice(1, 0, 3).pad(1, 0, 3));

        assertThat(y.slice(1, 0, 3)).hasEntriesOf(x.slice(2, 3, 4).slice(3, 3, 5));
        assertThat(dx).hasEntriesOf(x.slice(2, 3, 4).slice(3, 3, 5).pad(2, 3, 3).pad(3, 3, 3));
    }

    @Test
    void an_inner_net_may_give_images_of_the_same_size_and_no_larger_ones() {
        Tensor x = Tensor.ones(2, 1, 4, 6);
        UNetLevel same = new UNetLevel(new Identity(), new Identity(), new Identity());
        UNetLevel higher = new UNetLevel(new Identity(), shaped(5, 6), new Identity());
        UNetLevel wider = new UNetLevel(new Identity(), shaped(4, 7), new Identity());

        assertThat(same.forward(x)).hasEntriesOf(Tensor.ones(2, 2, 4, 6));
        assertThatThrownBy(() -> higher.forward(x)).hasMessageContaining("at most 4 × 6 but got 5 × 6.");
        assertThatThrownBy(() -> wider.forward(x)).hasMessageContaining("at most 4 × 6 but got 4 × 7.");
    }

    /** Answers with zeros of a height and a width, whatever it is given. */
    private static Layer shaped(int height, int width) {
        return new Layer() {
            @Override
            public Tensor forward(Tensor x) {
                return Tensor.zeros(x.dim(0), x.dim(1), height, width);
            }

            @Override
            public Tensor backward(Tensor dy) {
                return dy;
            }
        };
    }

    /** A small net learns y = 2 x - 1 by plain steps along its gradient. */
    @Test
    void its_gradients_teach_a_net() {
        Sequential net = new Sequential(drawn(1, 1, 3), new Tanh(), drawn(2, 3, 1));
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_BATCH);
        Tensor x = Tensor.of(new double[][] {{-0.5}, {0}, {0.5}, {1}});
        Tensor target = x.times(2).minus(1);

        double before = loss.forward(net.forward(x), target);
        for (int i = 0; i < 500; i++) {
            loss.forward(net.forward(x), target);
            net.parameters().forEach(Parameter::clear);
            net.backward(loss.backward());
            net.parameters().forEach(p -> p.set(p.value().minus(p.gradient().times(0.1))));
        }

        assertThat(loss.forward(net.forward(x), target)).isLessThan(before / 100);
    }
}
