package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.RELU;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.attention.NormPlacement;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes, parameters, multiplications and receptive fields as published. */
class CountsTest {
    private static Measure after(Stage stage, int... input) {
        return stage.after(Measure.of(input));
    }

    @Test
    void le_net_has_61_706_parameters() {
        Measure end = after(Architectures.leNet(), 1, 32, 32);

        assertThat(end.parameters()).isEqualTo(61_706);
        assertThat(learning(Architectures.leNet(), 1, 32, 32)).containsExactly(156L, 2416L, 48_120L, 10_164L, 850L);
        assertThat(end.shape()).isEqualTo(Shape.of(10));
        assertThat(end.state()).isZero();
    }

    @Test
    void the_net_of_the_slides_has_81_194_parameters() {
        assertThat(after(Architectures.slides(), 1, 32, 32).parameters()).isEqualTo(81_194);
        assertThat(learning(Architectures.slides(), 1, 32, 32)).containsExactly(60L, 880L, 69_240L, 10_164L, 850L);
    }

    /** The parameters of each stage that has some. */
    private static List<Long> learning(Chain net, int... input) {
        List<Long> counts = new ArrayList<>();
        Measure measure = Measure.of(Shape.of(input));
        for (Stage stage : net.stages()) {
            Measure next = stage.after(measure);
            if (next.parameters() > measure.parameters()) {
                counts.add(next.parameters() - measure.parameters());
            }
            measure = next;
        }
        return counts;
    }

    @Test
    void alex_net_has_60_965_224_parameters_on_two_devices_and_62_378_344_on_one() {
        assertThat(after(Architectures.alexNet(2), 3, 227, 227).parameters()).isEqualTo(60_965_224);
        assertThat(after(Architectures.alexNet(1), 3, 227, 227).parameters()).isEqualTo(62_378_344);
    }

    @Test
    void vgg_has_133_to_144_million_parameters() {
        assertThat(after(Architectures.vgg(1, 1, 2, 2, 2), 3, 224, 224).parameters())
                .isEqualTo(132_863_336);
        assertThat(after(Architectures.vgg(2, 2, 2, 2, 2), 3, 224, 224).parameters())
                .isEqualTo(133_047_848);
        assertThat(after(Architectures.vgg(2, 2, 3, 3, 3), 3, 224, 224).parameters())
                .isEqualTo(138_357_544);
        assertThat(after(Architectures.vgg(2, 2, 4, 4, 4), 3, 224, 224).parameters())
                .isEqualTo(143_667_240);
    }

    /** 16 layers with weights, as VGG-16, three of them of one pixel. */
    @Test
    void vgg_c_has_133_638_952_parameters() {
        Measure end = after(Architectures.vggC(), 3, 224, 224);

        assertThat(end.parameters()).isEqualTo(133_638_952);
        assertThat(end.shape()).isEqualTo(Shape.of(1000));
        assertThat(learning(Architectures.vggC(), 3, 224, 224)).hasSize(16);
    }

    /** As the model zoo of PyTorch counts them. */
    @Test
    void res_net_has_12_to_60_million_parameters() {
        assertThat(after(ResNet.basic(2, 2, 2, 2), 3, 224, 224).parameters()).isEqualTo(11_689_512);
        assertThat(after(ResNet.basic(3, 4, 6, 3), 3, 224, 224).parameters()).isEqualTo(21_797_672);
        assertThat(after(ResNet.bottleneck(3, 4, 6, 3), 3, 224, 224).parameters())
                .isEqualTo(25_557_032);
        assertThat(after(ResNet.bottleneck(3, 8, 36, 3), 3, 224, 224).parameters())
                .isEqualTo(60_192_808);
    }

    @Test
    void the_named_nets_grow_from_61_706_to_138_million_parameters() {
        assertThat(after(Architectures.leNet(), 1, 32, 32).parameters()).isEqualTo(61_706);
        assertThat(after(Architectures.alexNet(2), 3, 227, 227).parameters()).isEqualTo(60_965_224);
        assertThat(after(Architectures.vgg(2, 2, 3, 3, 3), 3, 224, 224).parameters())
                .isEqualTo(138_357_544);
        assertThat(after(ResNet.bottleneck(3, 8, 36, 3), 3, 224, 224).parameters())
                .isEqualTo(60_192_808);
    }

    @Test
    void u_net_makes_388_of_572_pixels() {
        assertThat(after(UNet.published(), 1, 572, 572).shape()).isEqualTo(Shape.of(2, 388, 388));
    }

    /** Endterm 2022, 4: 784 numbers before the last layer; the derived total. */
    @Test
    void the_net_for_the_sum_of_two_digits() {
        Measure end = after(ExamNets.digitSum(), 2, 28, 28);

        assertThat(end.shape()).isEqualTo(Shape.of(19));
        assertThat(end.parameters()).isEqualTo(152 + 1168 + 48 + 784 * 19 + 19);
        assertThat(end.state()).isEqualTo(48);
    }

    /** Endterm 2022, 4.7 and 4.8, for 5×5 convolutions: 6×6 after the first maximum, all 28×28 after the last layer. */
    @Test
    void the_receptive_fields_of_that_net() {
        Chain pooled = Stage.of(Convolution.same(8, 5), Pooling.max(2));
        Chain whole = pooled.then(Convolution.same(16, 5), Pooling.max(2), new Flattening(), new Connected(19));

        assertThat(after(pooled, 2, 28, 28).field()).isEqualTo(new Field(6, 6, 2));
        assertThat(after(whole, 2, 28, 28).field().height()).isEqualTo(28);
    }

    /** Winter 2021, 4. */
    @Test
    void the_net_for_four_classes() {
        Measure end = after(ExamNets.fourClasses(), 3, 80, 80);

        assertThat(after(Convolution.same(8, 3), 3, 80, 80).parameters()).isEqualTo(224);
        assertThat(end.parameters()).isEqualTo(224 + 1168 + 4640 + 112 + 4 * 3200 + 4);
    }

    /** Endterm 2021, 3: 1600 × 640 weights, a field of 6×6 after the first maximum and all 64×64 in the end. */
    @Test
    void the_segmentation_net() {
        Chain encoder = ExamNets.segmentationEncoder();
        Measure flat = after(new Chain(encoder.stages().subList(0, 7)), 3, 64, 64);

        assertThat(flat.shape()).isEqualTo(Shape.of(1600));
        assertThat(after(new Chain(encoder.stages().subList(0, 3)), 3, 64, 64).field())
                .isEqualTo(new Field(6, 6, 4));
        assertThat(after(encoder, 3, 64, 64).field().width()).isEqualTo(64);
        assertThat(after(ExamNets.segmentationDecoder(), 40, 4, 4).shape()).isEqualTo(Shape.of(5, 64, 64));
    }

    /** Endterm 2021, 2: 64-10-5-3. */
    @Test
    void a_small_perceptron_has_723_parameters() {
        assertThat(after(Architectures.perceptron(10, 5, 3), 64).parameters()).isEqualTo(723);
    }

    /** The notes on neural nets: 3-4-2 has 26. */
    @Test
    void two_layers_have_26_parameters() {
        assertThat(after(Architectures.perceptron(4, 2), 3).parameters()).isEqualTo(26);
    }

    /** The notes on backpropagation: 3-4-4-1, sigmoids between, and a number that is not squashed. */
    @Test
    void three_layers_with_sigmoids() {
        Measure end = after(Architectures.perceptron(4, 4, 1), 3);

        assertThat(end.parameters()).isEqualTo(3 * 4 + 4 + 4 * 4 + 4 + 4 + 1);
        assertThat(Architectures.perceptron(4, 4, 1).stages())
                .containsExactly(
                        new Connected(4), Entrywise.SIGMOID, new Connected(4), Entrywise.SIGMOID, new Connected(1));
    }

    /** Endterm 2022, 6: what the exam works out, h = (2, 0, -2) and y = (2, 0), by the net that the description builds. */
    @Test
    void the_net_with_leaky_units_has_17_parameters() {
        Layer net = ExamNets.leaky().layer(Shape.of(2));
        net.parameters().get(0).set(Tensor.of(new double[][] {{-0.5, 1, 2}, {-1, 0.5, 1.5}}));
        net.parameters().get(1).set(Tensor.of(0.5, 0, -1));
        net.parameters().get(2).set(Tensor.of(new double[][] {{1, -0.5}, {-0.5, 2}, {-1, 1}}));
        net.parameters().get(3).set(Tensor.of(-1, 2));

        assertThat(after(ExamNets.leaky(), 2).parameters()).isEqualTo(2 * 3 + 3 + 3 * 2 + 2);
        assertThat(after(ExamNets.leaky(), 2).multiplications()).isEqualTo(12);
        assertThat(net.forward(Tensor.of(new double[][] {{1, -2}})).toArray()).containsExactly(2, 0);
    }

    /** Its base: 512 wide, 8 heads, 2048 hidden units, 6 blocks. */
    @Test
    void the_encoder_of_the_published_transformer_has_19_million_parameters() {
        Stage block = new EncoderBlock(8, 2048, NormPlacement.POST);
        Measure end = after(Stage.of(block, block, block, block, block, block), 10, 512);

        assertThat(end.parameters()).isEqualTo(18_914_304);
        assertThat(end.multiplications()).isEqualTo(6 * 10 * (12L * 512 * 512 + 2 * 10 * 512));
        assertThat(end.shape()).isEqualTo(Shape.of(10, 512));
    }

    /** D to H in one step: (D + H + 1) H, four times that, and three times with a second bias. */
    @Test
    void parameters_of_recurrent_nets() {
        assertThat(after(new Recurrent(Recurrent.Kind.RNN_TANH, 3), 5, 7).parameters())
                .isEqualTo(33);
        assertThat(after(new Recurrent(Recurrent.Kind.RNN_RELU, 3), 5, 7).parameters())
                .isEqualTo(33);
        assertThat(after(new Recurrent(Recurrent.Kind.LSTM, 3), 5, 7).parameters())
                .isEqualTo(132);
        assertThat(after(new Recurrent(Recurrent.Kind.GRU, 3), 5, 7).parameters())
                .isEqualTo(108);
        assertThat(after(new Recurrent(Recurrent.Kind.GRU, 3), 5, 7).multiplications())
                .isEqualTo(5 * 3 * 30);
    }

    @ParameterizedTest(name = "{0} pixels, filter {1}, stride {2}, padding {3}: {4}")
    @CsvSource({
        "7, 3, 1, 0, 5",
        "7, 3, 2, 0, 3",
        "7, 3, 3, 0, 2",
        "7, 3, 1, 1, 7",
        "32, 5, 1, 2, 32",
        "64, 3, 2, 1, 32",
        "32, 6, 2, 1, 15",
        "26, 7, 3, 1, 8",
        "28, 5, 3, 2, 10"
    })
    void output_sizes_of_the_lectures(int size, int filter, int stride, int padding, int expected) {
        Stage stage = Convolution.of(10, Window.of(filter).stride(stride).padding(padding));

        assertThat(after(stage, 3, size, size).shape()).isEqualTo(Shape.of(10, expected, expected));
    }

    @Test
    void parameters_of_single_convolutions() {
        assertThat(after(Convolution.of(10, Window.of(5).padding(2)), 3, 32, 32).parameters())
                .isEqualTo(760);
        assertThat(after(Convolution.of(5, Window.of(4)), 3, 32, 32).parameters())
                .isEqualTo(245);
        assertThat(after(Convolution.of(1, Window.of(1)), 32, 8, 8).parameters())
                .isEqualTo(33);
    }

    /** Lecture 10: the fully connected layer of 100 units as 100 filters of the image's size. */
    @Test
    void a_convolution_as_large_as_the_image_counts_like_a_connected_layer() {
        Measure filters = after(Convolution.of(100, Window.of(28)), 2, 28, 28);
        Measure units = after(Stage.of(new Flattening(), new Connected(100)), 2, 28, 28);

        assertThat(filters.parameters()).isEqualTo(156_900).isEqualTo(units.parameters());
        assertThat(filters.multiplications()).isEqualTo(units.multiplications());
    }

    /** Lecture 10: 5×5 on 200 channels with and without a 1×1 convolution before it. */
    @Test
    void a_bottleneck_saves_multiplications() {
        Stage direct = Convolution.same(92, 5);
        Stage reduced = Stage.of(Convolution.same(16, 1), direct);

        assertThat(after(direct, 200, 32, 32).multiplications()).isEqualTo(471_040_000);
        assertThat(after(reduced, 200, 32, 32).multiplications()).isEqualTo(40_960_000);
    }

    /** Lecture 10: 256 filters of 5×5×3 on 8×8 outputs, whole and separated. */
    @Test
    void depthwise_separation_saves_multiplications() {
        Stage depthwise = Convolution.grouped(3, Window.of(5), 3);
        Stage pointwise = Convolution.of(256, Window.of(1));

        assertThat(after(Convolution.of(256, Window.of(5)), 3, 12, 12).multiplications())
                .isEqualTo(1_228_800);
        assertThat(after(depthwise, 3, 12, 12).multiplications()).isEqualTo(4_800);
        assertThat(after(Stage.of(depthwise, pointwise), 3, 12, 12).multiplications())
                .isEqualTo(4_800 + 49_152);
    }

    @Test
    void receptive_fields_of_the_lectures() {
        Convolution three = Convolution.same(1, 3);

        assertThat(after(Stage.of(three, three), 1, 7, 7).field()).isEqualTo(new Field(5, 5, 1));
        assertThat(after(Stage.of(three, three, three), 1, 7, 7).field()).isEqualTo(new Field(7, 7, 1));
        assertThat(after(Stage.of(Convolution.of(1, Window.of(4).stride(2)), Pooling.max(2)), 1, 16, 16)
                        .field())
                .isEqualTo(new Field(6, 6, 4));
        assertThat(after(Stage.of(Convolution.of(1, Window.of(5)), Pooling.max(2)), 1, 16, 16)
                        .field())
                .isEqualTo(new Field(6, 6, 2));
        assertThat(after(new GlobalAverage(), 5, 7, 3).field()).isEqualTo(new Field(7, 3, 1));
    }

    /** D M + M, F C KH KW + F (C a group's share of the channels), 2 C learned and 2 C running, each with its shape. */
    @Test
    void parameters_and_shapes_by_their_formulas() {
        Measure connected = after(new Connected(11), 7);
        Measure convolution = after(Convolution.of(5, Window.of(3, 2).stride(2)), 7, 11, 13);
        Measure grouped = after(Convolution.grouped(14, Window.of(3), 7), 7, 11, 13);
        Measure features = after(new Normalization(), 7);
        Measure channels = after(new Normalization(), 7, 11, 13);

        assertThat(connected.parameters()).isEqualTo(7 * 11 + 11);
        assertThat(connected.shape()).isEqualTo(Shape.of(11));
        assertThat(convolution.parameters()).isEqualTo(5 * 7 * 3 * 2 + 5);
        assertThat(convolution.shape()).isEqualTo(Shape.of(5, 5, 6));
        assertThat(grouped.parameters()).isEqualTo(14 * 1 * 3 * 3 + 14);
        assertThat(grouped.shape()).isEqualTo(Shape.of(14, 9, 11));
        assertThat(features.parameters()).isEqualTo(14);
        assertThat(features.state()).isEqualTo(14);
        assertThat(channels.parameters()).isEqualTo(14);
        assertThat(channels.state()).isEqualTo(14);
        assertThat(channels.shape()).isEqualTo(Shape.of(7, 11, 13));
    }

    /** The sizes that the lectures print for CIFAR: 3072 → 10, and one hidden layer of 1000 on 16 384. */
    @Test
    void parameters_of_linear_classifiers() {
        assertThat(after(new Connected(10), 3072).parameters()).isEqualTo(30_730);
        assertThat(after(Stage.of(new Connected(1000), RELU, new Connected(10)), 16_384)
                        .parameters())
                .isEqualTo(16_384_000 + 1000 + 10_000 + 10);
    }

    /** 2 for each feature or channel to learn, and as many that only run along. */
    @Test
    void parameters_of_a_normalization() {
        assertThat(after(new Normalization(), 5, 7, 3).parameters()).isEqualTo(10);
        assertThat(after(new Normalization(), 7).state()).isEqualTo(14);
    }

    /** Lecture 9: three units on a small colour image have 3 · 75 weights; a thousand on a photograph three thousand million. */
    @Test
    void connected_layers_on_images_are_large() {
        assertThat(after(Stage.of(new Flattening(), new Connected(3)), 3, 5, 5).multiplications())
                .isEqualTo(3 * 75);
        assertThat(after(Stage.of(new Flattening(), new Connected(1000)), 3, 1000, 1000)
                        .multiplications())
                .isEqualTo(3_000_000_000L);
    }

    /** Lecture 10: what VGG's convolutions leave of an image is a 32nd of its height and width. */
    @Test
    void a_fully_convolutional_net_ends_with_a_32nd_of_the_pixels() {
        Chain whole = Architectures.vgg(2, 2, 3, 3, 3);
        Chain convolutions = new Chain(whole.stages().subList(0, whole.stages().size() - 6));

        assertThat(after(convolutions, 3, 224, 320).shape()).isEqualTo(Shape.of(512, 7, 10));
    }
}
