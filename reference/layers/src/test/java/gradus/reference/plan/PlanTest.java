package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.RELU;
import static gradus.reference.plan.Entrywise.SIGMOID;
import static gradus.reference.plan.Entrywise.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.reference.attention.NormPlacement;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A description and the net that it describes say the same. */
class PlanTest {
    private static final String BUT_7 = " before it but got (7).";

    private record Case(String name, Stage stage, Shape input) {
        Case(String name, Stage stage, int... input) {
            this(name, stage, Shape.of(input));
        }

        @Override
        public String toString() {
            return name;
        }
    }

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

    static List<Case> enlargements() {
        Stage two = new Enlargement(Enlargement.Kind.NEAREST, 2);
        Stage three = new Enlargement(Enlargement.Kind.NEAREST, 3);
        Window window = Window.of(3);
        return List.of(
                new Case("nearest", three, 1),
                new Case("nearest, then 1 and 2", Stage.of(three, Convolution.of(1, Window.of(2))), 2),
                new Case("nearest, then 3", Stage.of(two, Convolution.of(1, window)), 2),
                new Case("nearest, then 4", Stage.of(two, Convolution.of(1, Window.of(4))), 3),
                new Case("bilinear by 1", new Enlargement(Enlargement.Kind.BILINEAR, 1), 1),
                new Case("bilinear by 2", new Enlargement(Enlargement.Kind.BILINEAR, 2), 2),
                new Case("bilinear by 3", new Enlargement(Enlargement.Kind.BILINEAR, 3), 2),
                new Case("bilinear by 2, then 2", bilinear(2, 2), 3),
                new Case("bilinear by 3, then 2", bilinear(3, 2), 2),
                new Case("bilinear by 3, then 3", bilinear(3, 3), 3),
                new Case("unpooling", new Enlargement(Enlargement.Kind.UNPOOLING, 2), 1),
                new Case("unpooling, then 2", unpooling(2), 1),
                new Case("unpooling, then 3", unpooling(3), 2),
                new Case("transposed 2 / 2", new TransposedConvolution(1, Window.of(2).stride(2)), 1),
                new Case("transposed 3 / 2", new TransposedConvolution(1, window.stride(2)), 2),
                new Case("transposed 4 / 2", new TransposedConvolution(1, Window.of(4).stride(2).padding(1)), 2),
                new Case("transposed 3 / 2, then 2", transposed(3, 2), 2),
                new Case("transposed 4 / 2, then 2", transposed(4, 2), 3));
    }

    private static Chain bilinear(int factor, int size) {
        return Stage.of(
                new Enlargement(Enlargement.Kind.BILINEAR, factor), Convolution.of(1, Window.of(size)));
    }

    private static Chain unpooling(int size) {
        return Stage.of(new Enlargement(Enlargement.Kind.UNPOOLING, 2), Convolution.of(1, Window.of(size)));
    }

    private static Chain transposed(int size, int next) {
        return Stage.of(
                new TransposedConvolution(1, Window.of(size).stride(2)), Convolution.of(1, Window.of(next)));
    }

    /** A case's input is its field. */
    @ParameterizedTest
    @MethodSource("enlargements")
    void a_field_in_an_enlarged_image_counts_pixels_of_the_input(Case net) {
        Field field = net.stage().after(Measure.of(1, 32, 36)).field();
        Seen seen = Seen.by(net.stage(), Shape.of(1, 32, 36));

        assertThat(field.rows()).isEqualTo(net.input().dim(0)).isEqualTo(seen.rows());
        assertThat(field.columns()).isEqualTo(net.input().dim(0)).isEqualTo(seen.columns());
    }

    /** The decoder's 5 pixels lie on 3 of the half size, each seeing 14 and its neighbour 2 further on: 18. */
    @Test
    void a_field_behind_strides_and_enlargements_is_a_bound() {
        Chain net = UNet.of(1, 1, 1);

        assertThat(net.after(Measure.of(1, 44, 44)).field()).isEqualTo(new Field(19, 19, 1));
        assertThat(Seen.by(net, Shape.of(1, 44, 44))).isEqualTo(new Seen(18, 18));
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
    void a_skip_leads_to_an_image() {
        refused(
                new Skip(Convolution.same(2, 3), new Flattening(), Convolution.same(2, 3)),
                "Skip: expected an image (C, H, W) before it but got (70).",
                2,
                5,
                7);
    }

    @Test
    void a_connected_stage_wants_a_vector() {
        refused(
                new Connected(3),
                "Connected: expected a vector (D) before it but got (2, 5, 7). Put a Flattening between.",
                2,
                5,
                7);
    }

    @Test
    void stages_for_images_want_an_image() {
        refused(Convolution.same(2, 3), "Convolution: expected an image (C, H, W) before it but got (7).", 7);
        refused(Pooling.max(2), "Pooling: expected an image (C, H, W) before it but got (7).", 7);
        refused(new GlobalAverage(), "GlobalAverage: expected an image (C, H, W) before it but got (7).", 7);
        refused(
                new TransposedConvolution(2, Window.of(2)),
                "TransposedConvolution: expected an image (C, H, W) before it but got (7).",
                7);
    }

    @Test
    void stages_for_channels_want_an_image_too() {
        Window window = Window.of(1);
        refused(new DepthwiseConvolution(window), "DepthwiseConvolution: expected an image (C, H, W)" + BUT_7, 7);
        refused(new SeparableConvolution(2, window), "SeparableConvolution: expected an image (C, H, W)" + BUT_7, 7);
        refused(
                new Enlargement(Enlargement.Kind.NEAREST, 2), "Enlargement: expected an image (C, H, W)" + BUT_7, 7);
        refused(
                new Normalization(Normalization.Kind.INSTANCE),
                "Normalization: expected an image (C, H, W)" + BUT_7,
                7);
        refused(new Normalization(Normalization.Kind.GROUP), "Normalization: expected an image (C, H, W)" + BUT_7, 7);
    }

    @Test
    void normalizations_of_vectors_want_no_other_shape() {
        String but = " before it but got (2, 5, 7).";
        refused(
                new Normalization(),
                "Normalization: expected an image (C, H, W) or a vector (D) before it but got (5, 7).",
                5,
                7);
        refused(
                new Normalization(Normalization.Kind.LAYER),
                "Normalization: expected a sequence (T, D) or a vector (D)" + but,
                2,
                5,
                7);
        refused(
                new Normalization(Normalization.Kind.ROOT_MEAN_SQUARE),
                "Normalization: expected a sequence (T, D) or a vector (D)" + but,
                2,
                5,
                7);
    }

    @Test
    void stages_for_sequences_want_a_sequence() {
        Stage recurrent = new Recurrent(Recurrent.Kind.LSTM, 3);
        refused(recurrent, "Recurrent: expected a sequence (T, D)" + BUT_7, 7);
        refused(new BothWays(recurrent, recurrent), "BothWays: expected a sequence (T, D)" + BUT_7, 7);
        refused(new SelfAttention(1), "SelfAttention: expected a sequence (T, D)" + BUT_7, 7);
        refused(new DotProductAttention(), "DotProductAttention: expected a sequence (T, D)" + BUT_7, 7);
        refused(new PositionwiseNet(2), "PositionwiseNet: expected a sequence (T, D)" + BUT_7, 7);
        refused(new EncoderBlock(1, 2, NormPlacement.PRE), "EncoderBlock: expected a sequence (T, D)" + BUT_7, 7);
        refused(
                new SignalConvolution(2, Window.of(1, 3)), "SignalConvolution: expected a signal (C, L)" + BUT_7, 7);
        refused(
                new WordVectors(2, 3), "WordVectors: expected tokens (T) before it but got (2, 7).", 2, 7);
        refused(
                new MaxoutUnits(2, 3),
                "MaxoutUnits: expected a vector (D) before it but got (2, 7). Put a Flattening between.",
                2,
                7);
    }

    @Test
    void both_ways_have_one_length() {
        Stage recurrent = new Recurrent(Recurrent.Kind.GRU, 3);
        refused(
                new BothWays(recurrent, new SignalConvolution(4, Window.of(1, 1))),
                "BothWays: expected sequences of one length but got (5, 3) and (4, 7).",
                5,
                7);
        refused(
                new BothWays(new Flattening(), recurrent),
                "BothWays: expected sequences of one length but got (35) and (5, 3).",
                5,
                7);
    }

    @Test
    void heads_divide_the_width() {
        refused(
                new SelfAttention(2), "SelfAttention: expected heads that divide the width 7 but got 2.", 5, 7);
    }

    @Test
    void what_goes_up_is_no_larger_than_what_came_down() {
        Stage same = Convolution.same(2, 3);
        refused(
                new Skip(same, new TransposedConvolution(1, Window.of(2, 1)), same),
                "Skip: expected the inner net to give images of at most 5 × 7 but got 6 × 7.",
                2,
                5,
                7);
        refused(
                new Skip(same, new TransposedConvolution(1, Window.of(1, 2)), same),
                "Skip: expected the inner net to give images of at most 5 × 7 but got 5 × 8.",
                2,
                5,
                7);
    }

    @Test
    void there_is_one_of_everything() {
        none("MaxoutUnits: outputs", () -> new MaxoutUnits(0, 1));
        none("MaxoutUnits: pieces", () -> new MaxoutUnits(1, 0));
        none("SeparableConvolution: filters", () -> new SeparableConvolution(0, Window.of(1)));
        none("SignalConvolution: filters", () -> new SignalConvolution(0, Window.of(1)));
        none("Enlargement: factor", () -> new Enlargement(Enlargement.Kind.BILINEAR, 0));
        none("Recurrent: units", () -> new Recurrent(Recurrent.Kind.GRU, 0));
        none("WordVectors: words", () -> new WordVectors(0, 1));
        none("WordVectors: width", () -> new WordVectors(1, 0));
        none("SelfAttention: heads", () -> new SelfAttention(0));
        none("PositionwiseNet: hidden", () -> new PositionwiseNet(0));
        none("EncoderBlock: heads", () -> new EncoderBlock(0, 1, NormPlacement.POST));
        none("EncoderBlock: hidden", () -> new EncoderBlock(1, 0, NormPlacement.POST));
    }

    private static void none(String where, ThrowingCallable stage) {
        assertThatThrownBy(stage)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(where + ": expected 1 or more but got 0.");
    }

    @Test
    void a_signal_has_no_height() {
        assertThatThrownBy(() -> new SignalConvolution(1, Window.of(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SignalConvolution: window: expected a height of 1 but got 2. Window.of(1, 3) sees three"
                        + " neighbours.");
    }

    @Test
    void an_enlarged_image_fits_into_an_array() {
        refused(
                new Enlargement(Enlargement.Kind.NEAREST, 1 << 30),
                "Enlargement: expected images of 1 to 2147483647 pixels a side but 4 pixels give 4294967296.",
                1,
                4,
                2);
    }

    @Test
    void a_chain_in_a_chain_is_its_stages() {
        assertThat(Stage.of(Stage.of(RELU, Stage.of()), TANH)).isEqualTo(Stage.of(RELU, TANH));
    }

    /** The next step sees this one, and through it all before; a position's own net and norm see no other. */
    @Test
    void fields_of_sequences() {
        Stage alone = Stage.of(new Normalization(Normalization.Kind.LAYER), new PositionwiseNet(3));
        Field all = new Field(1, 5, 1);

        assertThat(alone.after(Measure.of(5, 7)).field()).isEqualTo(Field.PIXEL);
        assertThat(new WordVectors(2, 3).after(Measure.ofTokens(5)).field()).isEqualTo(Field.PIXEL);
        assertThat(Stage.of(alone, new SelfAttention(1)).after(Measure.of(5, 7)).field()).isEqualTo(all);
        assertThat(new DotProductAttention().after(Measure.of(5, 7)).field()).isEqualTo(all);
        assertThat(new Recurrent(Recurrent.Kind.GRU, 3).after(Measure.of(5, 7)).field()).isEqualTo(all);
        assertThat(Stage.of(new WordVectors(2, 3), new EncoderBlock(3, 2, NormPlacement.PRE))
                        .after(Measure.ofTokens(5))
                        .field())
                .isEqualTo(all);
        assertThat(new SignalConvolution(2, Window.of(1, 3).dilation(2).stride(2))
                        .after(Measure.ofSignal(3, 17))
                        .field())
                .isEqualTo(new Field(1, 5, 2));
        assertThat(Stage.of(new Flattening(), new MaxoutUnits(2, 2))
                        .after(Measure.ofSignal(3, 17))
                        .field())
                .isEqualTo(new Field(1, 17, 1));
    }

    @Test
    void normalizations_of_images_see_it_all_or_one_pixel() {
        Field all = new Field(5, 7, 1);

        assertThat(new Normalization().after(Measure.of(2, 5, 7)).field()).isEqualTo(Field.PIXEL);
        assertThat(new Normalization(Normalization.Kind.INSTANCE)
                        .after(Measure.of(2, 5, 7))
                        .field())
                .isEqualTo(all);
        assertThat(new Normalization(Normalization.Kind.GROUP, 2)
                        .after(Measure.of(2, 5, 7))
                        .field())
                .isEqualTo(all);
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

    @Test
    void groups_have_to_divide() {
        refused(
                Convolution.grouped(6, Window.of(3), 2),
                "Convolution: expected groups that divide 3 channels and 6 filters but got 2.",
                3,
                7,
                7);
        refused(
                Convolution.grouped(5, Window.of(3), 2),
                "Convolution: expected groups that divide 4 channels and 5 filters but got 2.",
                4,
                7,
                7);
        refused(
                Convolution.grouped(5, Window.of(3), 0),
                "Convolution: expected groups that divide 4 channels and 5 filters but got 0.",
                4,
                7,
                7);
    }

    @Test
    void what_is_joined_has_to_fit() {
        refused(Sum.of(Convolution.same(3, 3)), "Sum: (3, 7, 9) and (2, 7, 9) cannot be added.", 2, 7, 9);
        refused(
                Branches.of(Convolution.same(1, 3), Convolution.of(1, Window.of(3))),
                "Branches: expected images of one size but got (1, 7, 9) and (1, 5, 7).",
                2,
                7,
                9);
        assertThatThrownBy(Branches::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Branches: stages: expected one or more but got none.");
    }

    @Test
    void a_residual_net_has_four_stages() {
        assertThatThrownBy(() -> ResNet.basic(2, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ResNet: blocks: expected 4 numbers but got 3.");
    }

    private static void refused(Stage stage, String message, int... input) {
        assertThatThrownBy(() -> stage.after(Measure.of(input)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }
}
