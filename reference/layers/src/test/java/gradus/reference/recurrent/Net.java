package gradus.reference.recurrent;

import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The nets that share all relations of carrying a state: D inputs to H units. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas without state
enum Net {
    TANH(1, (inputs, units) -> Ports.of(new Rnn(inputs, units, Nonlinearity.TANH))),
    RELU(1, (inputs, units) -> Ports.of(new Rnn(inputs, units, Nonlinearity.RELU))),
    GRU(1, (inputs, units) -> Ports.of(new Gru(inputs, units))),
    LSTM(2, (inputs, units) -> Ports.of(new Lstm(inputs, units)));

    private final int states;
    private final BiFunction<Integer, Integer, Ports> maker;

    Net(int states, BiFunction<Integer, Integer, Ports> maker) {
        this.states = states;
        this.maker = maker;
    }

    /** A net with drawn parameters. */
    Ports make(long seed, int inputs, int units) {
        Ports ports = maker.apply(inputs, units);
        draw(ports.type(), seed);
        return ports;
    }

    static void draw(Trainable type, long seed) {
        long number = seed + 100;
        for (Parameter p : type.parameters()) {
            p.set(Values.NORMAL.draw(number++, p.value().shape().toArray()));
        }
    }

    /** Drawn states before the first step, or gradients of those after the last. */
    List<Tensor> states(long seed, int samples, int units) {
        return IntStream.range(0, states)
                .mapToObj(i -> Values.NORMAL.draw(seed + i, samples, units))
                .toList();
    }
}
