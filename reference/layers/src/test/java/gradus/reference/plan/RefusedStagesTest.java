package gradus.reference.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.attention.NormPlacement;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Window;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What does not fit before a stage, or makes none, is refused with a sentence. */
class RefusedStagesTest {
    private static final String BUT_7 = " before it but got (7).";

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
        refused(new Enlargement(Enlargement.Kind.NEAREST, 2), "Enlargement: expected an image (C, H, W)" + BUT_7, 7);
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
        refused(new SignalConvolution(2, Window.of(1, 3)), "SignalConvolution: expected a signal (C, L)" + BUT_7, 7);
        refused(new WordVectors(2, 3), "WordVectors: expected tokens (T) before it but got (2, 7).", 2, 7);
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
        assertThat(new BothWays(recurrent, recurrent).after(Measure.of(5, 7)).shape())
                .isEqualTo(Shape.of(5, 6));
        refused(
                new BothWays(new Flattening(), recurrent),
                "BothWays: expected sequences of one length but got (35) and (5, 3).",
                5,
                7);
    }

    @Test
    void heads_divide_the_width() {
        refused(new SelfAttention(2), "SelfAttention: expected heads that divide the width 7 but got 2.", 5, 7);
    }

    @Test
    void what_goes_up_is_no_larger_than_what_came_down() {
        Stage same = Convolution.same(2, 3);
        assertThat(new Skip(same, same, same).after(Measure.of(2, 5, 7)).shape())
                .isEqualTo(Shape.of(2, 5, 7));
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
        Stage largest = new Enlargement(Enlargement.Kind.NEAREST, Integer.MAX_VALUE);
        assertThat(largest.after(Measure.of(0, 1, 1)).shape())
                .isEqualTo(Shape.of(0, Integer.MAX_VALUE, Integer.MAX_VALUE));
        refused(
                new Enlargement(Enlargement.Kind.NEAREST, 1 << 30),
                "Enlargement: expected images of 1 to 2147483647 pixels a side but 4 pixels give 4294967296.",
                1,
                4,
                2);
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
        refused(
                new SignalConvolution(4, Window.of(1, 3), 3),
                "SignalConvolution: expected groups that divide 2 channels and 4 filters but got 3.",
                2,
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
