package gradus.reference.plan;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.attention.NormPlacement;
import gradus.tensor.Shape;
import gradus.tensor.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one output sees, said and tried. */
class FieldTest {
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
                new Case(
                        "transposed 2 / 2",
                        new TransposedConvolution(1, Window.of(2).stride(2)),
                        1),
                new Case("transposed 3 / 2", new TransposedConvolution(1, window.stride(2)), 2),
                new Case(
                        "transposed 4 / 2",
                        new TransposedConvolution(1, Window.of(4).stride(2).padding(1)),
                        2),
                new Case("transposed 3 / 2, then 2", transposed(3, 2), 2),
                new Case("transposed 4 / 2, then 2", transposed(4, 2), 3));
    }

    private static Chain bilinear(int factor, int size) {
        return Stage.of(new Enlargement(Enlargement.Kind.BILINEAR, factor), Convolution.of(1, Window.of(size)));
    }

    private static Chain unpooling(int size) {
        return Stage.of(new Enlargement(Enlargement.Kind.UNPOOLING, 2), Convolution.of(1, Window.of(size)));
    }

    private static Chain transposed(int size, int next) {
        return Stage.of(new TransposedConvolution(1, Window.of(size).stride(2)), Convolution.of(1, Window.of(next)));
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

    /** The next step sees this one, and through it all before; a position's own net and norm see no other. */
    @Test
    void fields_of_sequences() {
        Stage alone = Stage.of(new Normalization(Normalization.Kind.LAYER), new PositionwiseNet(3));
        Field all = new Field(1, 5, 1);

        assertThat(alone.after(Measure.of(5, 7)).field()).isEqualTo(Field.PIXEL);
        assertThat(new WordVectors(2, 3).after(Measure.ofTokens(5)).field()).isEqualTo(Field.PIXEL);
        assertThat(Stage.of(alone, new SelfAttention(1)).after(Measure.of(5, 7)).field())
                .isEqualTo(all);
        assertThat(new DotProductAttention().after(Measure.of(5, 7)).field()).isEqualTo(all);
        assertThat(new Recurrent(Recurrent.Kind.GRU, 3).after(Measure.of(5, 7)).field())
                .isEqualTo(all);
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
}
