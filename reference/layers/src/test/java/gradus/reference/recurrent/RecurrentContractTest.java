package gradus.reference.recurrent;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** N = 5, T = 3, D = 7, H = 2, and a sequence of length 1 and one of none. */
class RecurrentContractTest extends LayerContract {
    private static final Shape H = Shape.of(1, 2);

    @Override
    protected Stream<Sample> samples() {
        return Stream.of(steps(), sequences(3), sequences(1), sequences(0), layers())
                .flatMap(s -> s);
    }

    @Override
    protected String name(Layer layer) {
        return layer instanceof FromZero net ? net.name() : super.name(layer);
    }

    private static Stream<Sample> steps() {
        Shape x = Shape.of(1, 7);
        return Stream.of(
                packed("tanh step", () -> Ports.of(new RnnStep(7, 2, Nonlinearity.TANH)), x, H),
                packed("ReLU step", () -> Ports.of(new RnnStep(7, 2, Nonlinearity.RELU)), x, H),
                packed("LSTM step", () -> Ports.of(new LstmStep(7, 2)), x, H, H),
                packed("exam's LSTM step", () -> Ports.of(new ExamLstm(7, 2)), x, H, H));
    }

    private static Stream<Sample> sequences(int length) {
        Shape x = Shape.of(1, length, 7);
        return Stream.of(
                packed("tanh RNN, T = " + length, () -> Ports.of(new Rnn(7, 2, Nonlinearity.TANH)), x, H),
                packed("ReLU RNN, T = " + length, () -> Ports.of(new Rnn(7, 2, Nonlinearity.RELU)), x, H),
                packed("GRU, T = " + length, () -> Ports.of(new Gru(7, 2)), x, H),
                packed("LSTM, T = " + length, () -> Ports.of(new Lstm(7, 2)), x, H, H),
                packed("linear, T = " + length, () -> Ports.of(new LinearRecurrence(7, 2, 3)), x, H));
    }

    private static Stream<Sample> layers() {
        return Stream.of(
                Sample.of("RNN as a layer", () -> new Rnn(7, 2, Nonlinearity.TANH).fromZero(), 5, 3, 7),
                Sample.of("LSTM as a layer", () -> new Lstm(7, 2).fromZero(), 5, 3, 7),
                Sample.of("GRU as a layer", () -> new Gru(7, 2).fromZero(), 5, 3, 7),
                Sample.of("RNN without inputs", () -> new Rnn(0, 2, Nonlinearity.TANH).fromZero(), 5, 3, 0),
                Sample.of("LSTM without inputs", () -> new Lstm(0, 2).fromZero(), 5, 3, 0),
                Sample.of("GRU without inputs", () -> new Gru(0, 2).fromZero(), 5, 3, 0),
                Sample.of("both ways", RecurrentContractTest::bothWays, 5, 3, 7));
    }

    private static Bidirectional bothWays() {
        return new Bidirectional(new Lstm(7, 2).fromZero(), new Gru(7, 3).fromZero());
    }

    private static Sample packed(String name, Supplier<Ports> maker, Shape... inputs) {
        List<Shape> shapes = List.of(inputs);
        int width = new Packed(maker.get(), shapes).width();
        return Sample.of(name, () -> new Packed(maker.get(), shapes), 5, width);
    }
}
