package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentRecordedTest {
    @TestFactory
    Stream<DynamicTest> answers_as_recorded() {
        return Stream.of(
                        cases("rnn-step", r -> Ports.of(new RnnStep(r.integer(0), r.integer(1), nonlinearity(r)))),
                        cases("rnn", r -> Ports.of(new Rnn(r.integer(0), r.integer(1), nonlinearity(r)))),
                        cases("lstm-step", r -> Ports.of(new LstmStep(r.integer(0), r.integer(1)))),
                        cases("lstm", r -> Ports.of(new Lstm(r.integer(0), r.integer(1)))),
                        cases("exam-lstm", r -> Ports.of(new ExamLstm(r.integer(0), r.integer(1)))),
                        cases("gru", r -> Ports.of(new Gru(r.integer(0), r.integer(1)))),
                        cases("linear-recurrence", RecurrentRecordedTest::linear))
                .flatMap(tests -> tests);
    }

    private static Nonlinearity nonlinearity(Recording r) {
        return Nonlinearity.valueOf(r.text(2));
    }

    private static Ports linear(Recording r) {
        return Ports.of(new LinearRecurrence(r.integer(0), r.integer(1), r.integer(2)));
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Ports> maker) {
        return DynamicTest.stream(
                Recording.of("recurrent/" + name), Recording::toString, r -> holds(r, maker.apply(r)));
    }

    private static void holds(Recording recorded, Ports ports) {
        recorded.set(ports.type());
        List<Tensor> outputs = ports.forward().apply(list(ports.inputs().size(), recorded::input));
        List<Tensor> gradients = ports.backward().apply(list(outputs.size(), recorded::upstream));
        for (int i = 0; i < outputs.size(); i++) {
            String row = outputs.size() == 1
                    ? "forward"
                    : "forward." + ports.outputs().get(i);
            assertThat(outputs.get(i)).as(row).isCloseTo(recorded.expected(row), Recording.TOLERANCE);
        }
        for (int i = 0; i < gradients.size(); i++) {
            String row = "backward.d" + ports.inputs().get(i);
            assertThat(gradients.get(i)).as(row).isCloseTo(recorded.expected(row), Recording.TOLERANCE);
        }
        recorded.gradientsHold(ports.type());
    }

    private static List<Tensor> list(int length, Function<Integer, Tensor> entry) {
        return IntStream.range(0, length).boxed().map(entry).toList();
    }

    static Stream<Recording> bidirectional() {
        return Recording.of("recurrent/bidirectional");
    }

    @ParameterizedTest
    @MethodSource
    void bidirectional(Recording recorded) {
        recorded.holds(new Bidirectional(oneWay(recorded), oneWay(recorded)));
    }

    private static Layer oneWay(Recording r) {
        return switch (r.text(0)) {
            case "LSTM" -> new Lstm(r.integer(1), r.integer(2)).fromZero();
            case "GRU" -> new Gru(r.integer(1), r.integer(2)).fromZero();
            default -> new Rnn(r.integer(1), r.integer(2), Nonlinearity.TANH).fromZero();
        };
    }

    static Stream<Recording> embedding() {
        return Recording.of("recurrent/embedding");
    }

    @ParameterizedTest
    @MethodSource
    void embedding(Recording recorded) {
        Embedding layer = new Embedding(recorded.integer(0), recorded.integer(1));
        recorded.set(layer);

        assertThat(layer.forward(recorded.integers(0))).hasEntriesOf(recorded.expected("forward"));
        layer.backward(recorded.upstream(0));

        recorded.gradientsHold(layer);
    }
}
