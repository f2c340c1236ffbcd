package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.GELU;
import static gradus.reference.plan.Entrywise.RELU;
import static gradus.reference.plan.Entrywise.SELU;
import static gradus.reference.plan.Entrywise.SIGMOID;
import static gradus.reference.plan.Entrywise.SOFTMAX;
import static gradus.reference.plan.Entrywise.SOFTPLUS;
import static gradus.reference.plan.Entrywise.TANH;

import gradus.reference.activation.Elu;
import gradus.reference.activation.Identity;
import gradus.reference.activation.LeakyRelu;
import gradus.reference.activation.LogSoftmax;
import gradus.reference.activation.ParametricRelu;
import gradus.reference.activation.Sign;
import gradus.reference.activation.Square;
import gradus.reference.activation.Step;
import gradus.reference.activation.Swish;
import gradus.reference.activation.WinnerTakeAll;
import gradus.reference.attention.NormPlacement;
import gradus.reference.attention.PositionalEncoding;
import gradus.reference.net.Inception;
import gradus.reference.net.Scale;
import gradus.reference.norm.Dropout;
import gradus.reference.norm.SpatialDropout;
import gradus.reference.norm.TestScaledDropout;
import gradus.tensor.Seed;
import gradus.tensor.ShapeException;
import gradus.tensor.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Nets put together as a list of numbers says, each stage one that fits what is before it. */
final class DrawnNets {
    private static final Seed SEED = new Seed(1);

    /** What a value larger than before makes larger, and which mixes no pixels. */
    private static final List<Stage> RISING = List.of(
            RELU,
            Entrywise.of(() -> new LeakyRelu(0.1)),
            Entrywise.of(() -> new ParametricRelu(1)),
            new Entrywise(shape -> new ParametricRelu(shape.dim(0))),
            Entrywise.of(Identity::new),
            Entrywise.of(() -> new Scale(0.5)),
            Entrywise.of(() -> new Dropout(0.5, SEED)),
            Entrywise.of(() -> new SpatialDropout(0.5, SEED)));

    private static final List<Stage> ENTRYWISE = List.of(
            RELU,
            SIGMOID,
            TANH,
            SELU,
            GELU,
            SOFTPLUS,
            Entrywise.of(() -> new LeakyRelu(0.1)),
            Entrywise.of(() -> new ParametricRelu(1)),
            new Entrywise(shape -> new ParametricRelu(shape.dim(0))),
            Entrywise.of(() -> new Elu(1)),
            Entrywise.of(() -> new Swish(1)),
            Entrywise.of(Step::new),
            Entrywise.of(Sign::new),
            Entrywise.of(Square::new),
            Entrywise.of(Identity::new),
            Entrywise.of(() -> new Scale(0.5)),
            Entrywise.of(() -> new Dropout(0.5, SEED)),
            Entrywise.of(() -> new TestScaledDropout(0.5, SEED)));

    private final List<Integer> numbers;
    private int next;

    DrawnNets(List<Integer> numbers) {
        this.numbers = numbers;
    }

    private int below(int count) {
        return next < numbers.size() ? numbers.get(next++) % count : 0;
    }

    private int upTo(int most) {
        return 1 + below(most);
    }

    private <T> T one(List<T> things) {
        return things.get(below(things.size()));
    }

    private boolean coin() {
        return below(2) == 1;
    }

    /** So many stages, each drawn for the measure before it; one that does not fit is left out. */
    private static Chain chain(int count, Measure start, Function<Measure, Stage> draw) {
        List<Stage> stages = new ArrayList<>();
        Measure here = start;
        for (int i = 0; i < count; i++) {
            Stage stage = draw.apply(here);
            Optional<Measure> behind = behind(stage, here);
            if (behind.isPresent()) {
                stages.add(stage);
                here = behind.get();
            }
        }
        return new Chain(stages);
    }

    private static Optional<Measure> behind(Stage stage, Measure before) {
        try {
            return Optional.of(stage.after(before));
        } catch (ShapeException tooSmall) {
            return Optional.empty();
        }
    }

    /** A net of images, as an image or with a head. */
    Chain images(Measure start) {
        Chain body = chain(5, start, this::image);
        return switch (below(3)) {
            case 0 -> body;
            case 1 -> body.then(new GlobalAverage());
            default -> {
                Chain flat = body.then(new Flattening());
                yield flat.then(chain(4, flat.after(start), this::vector));
            }
        };
    }

    /** A net whose outputs grow with every pixel that they see, without stages that enlarge, or with. */
    Chain rising(Measure start, boolean enlarging) {
        return chain(3, start, before -> switch (below(enlarging ? 5 : 3)) {
            case 0 -> filters(before);
            case 1 -> one(RISING);
            case 2 -> below(3) == 0 ? new Normalization() : joined();
            default -> coin() ? enlarged() : skip();
        });
    }

    private Stage image(Measure before) {
        if (before.shape().size() > 1500) {
            return new Pooling(Pooling.Kind.MAX, Window.of(2).stride(3));
        }
        return switch (below(6)) {
            case 0 -> filters(before);
            case 1 -> below(4) == 0 ? Entrywise.of(() -> new SpatialDropout(0.5, SEED)) : one(ENTRYWISE);
            case 2 -> normalization(before);
            case 3 -> joined();
            case 4 -> enlarged();
            default -> skip();
        };
    }

    private Window window() {
        return Window.of(upTo(3), upTo(3)).stride(upTo(2)).padding(below(2)).dilation(upTo(2));
    }

    private Pooling pooling() {
        return new Pooling(
                one(List.of(Pooling.Kind.values())), Window.of(upTo(3), upTo(3)).stride(upTo(3)));
    }

    private Stage filters(Measure before) {
        int channels = before.channels();
        return switch (below(6)) {
            case 0 -> Convolution.of(upTo(3), window());
            case 1 -> Convolution.withoutBias(upTo(3), window());
            case 2 -> Convolution.grouped(channels * upTo(2), window(), channels);
            case 3 -> new DepthwiseConvolution(window());
            case 4 -> new SeparableConvolution(upTo(3), window());
            default -> pooling();
        };
    }

    private Stage normalization(Measure before) {
        return switch (below(3)) {
            case 0 -> new Normalization();
            case 1 -> new Normalization(Normalization.Kind.INSTANCE);
            default -> new Normalization(Normalization.Kind.GROUP, before.channels());
        };
    }

    private Stage joined() {
        Window halving = Window.of(3).stride(2).padding(1);
        return switch (below(5)) {
            case 0 -> Sum.of(new DepthwiseConvolution(Window.of(3).padding(1)));
            case 1 ->
                new Sum(
                        Convolution.of(2, halving),
                        Convolution.of(2, Window.of(1).stride(2)));
            case 2 ->
                new Sum(Convolution.of(2, Window.of(1)), Stage.of(Convolution.same(1, 3), Convolution.same(2, 3)));
            case 3 -> Branches.of(Convolution.same(2, 1), Convolution.same(1, 5));
            default -> Branches.inception(new Inception.Widths(upTo(2), upTo(2), upTo(2), upTo(2), upTo(2), upTo(2)));
        };
    }

    private Stage enlarged() {
        return coin()
                ? new Enlargement(one(List.of(Enlargement.Kind.values())), upTo(3))
                : new TransposedConvolution(upTo(2), window());
    }

    private Stage skip() {
        Stage up = coin()
                ? new TransposedConvolution(2, Window.of(2).stride(2))
                : new Enlargement(Enlargement.Kind.NEAREST, 2);
        Stage inner = Stage.of(Pooling.max(2), coin() ? Convolution.same(3, 3) : Convolution.of(2, Window.of(3)), up);
        return new Skip(Convolution.of(2, Window.of(upTo(3))), inner, Convolution.of(upTo(3), Window.of(upTo(2))));
    }

    private Stage vector(Measure before) {
        return switch (below(6)) {
            case 0 -> new Connected(upTo(7));
            case 1 -> new MaxoutUnits(upTo(5), upTo(3));
            case 2 -> one(ENTRYWISE);
            case 3 -> one(List.of(SOFTMAX, Entrywise.of(LogSoftmax::new), Entrywise.of(WinnerTakeAll::new)));
            case 4 ->
                new Normalization(one(List.of(
                        Normalization.Kind.BATCH, Normalization.Kind.LAYER, Normalization.Kind.ROOT_MEAN_SQUARE)));
            default -> Branches.of(new Connected(upTo(3)), Sum.of(new Connected(before.channels())));
        };
    }

    /** A net of sequences, or of tokens if there is one axis. */
    Chain sequences(Measure start) {
        if (start.shape().rank() == 2) {
            return chain(4, start, this::sequence);
        }
        Chain words = Stage.of(new WordVectors(upTo(9), upTo(6)));
        return words.then(chain(4, words.after(start), this::sequence));
    }

    private Stage sequence(Measure before) {
        Recurrent.Kind kind = one(List.of(Recurrent.Kind.values()));
        return switch (below(7)) {
            case 0 -> new Recurrent(kind, upTo(6));
            case 1 -> new BothWays(new Recurrent(kind, upTo(4)), new Recurrent(Recurrent.Kind.LSTM, upTo(4)));
            case 2 -> Sum.of(new SelfAttention(upTo(3)));
            case 3 -> new DotProductAttention();
            case 4 -> new EncoderBlock(upTo(3), upTo(7), one(List.of(NormPlacement.values())));
            case 5 -> Stage.of(new Normalization(Normalization.Kind.LAYER), new PositionwiseNet(upTo(5)));
            default ->
                below(4) == 0
                        ? new Entrywise(shape -> new PositionalEncoding(shape.dim(1)))
                        : Stage.of(one(ENTRYWISE), new Normalization(Normalization.Kind.ROOT_MEAN_SQUARE));
        };
    }

    Chain signals(Measure start) {
        return chain(4, start, before -> switch (below(3)) {
            case 0 ->
                new SignalConvolution(
                        upTo(4),
                        Window.of(1, upTo(4)).stride(upTo(2)).padding(below(2)).dilation(upTo(2)));
            case 1 -> new SignalConvolution(2 * before.channels(), Window.of(1, upTo(3)), before.channels());
            default -> one(RISING.subList(0, RISING.size() - 1));
        });
    }
}
