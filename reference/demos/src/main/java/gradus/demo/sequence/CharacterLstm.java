package gradus.demo.sequence;

import gradus.demo.Weights;
import gradus.reference.activation.Softmax;
import gradus.reference.dense.Affine;
import gradus.reference.init.XavierNormal;
import gradus.reference.net.Sequential;
import gradus.reference.recurrent.Lstm;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** An LSTM over one-hot characters (N, T, 3), with logits (N, T, 3) of the next ones. */
final class CharacterLstm {
    static final int UNITS = 6;

    private final Lstm lstm = new Lstm(Words.ALPHABET.length(), UNITS);
    private final Layer scores = new Affine(UNITS, Words.ALPHABET.length());
    private final Layer layer = new Sequential(lstm.fromZero(), new Stepwise(scores));

    CharacterLstm(Seed seed) {
        Weights.draw(layer, new XavierNormal(), seed.named("weights"));
    }

    /** All of it, from an empty memory. */
    Layer layer() {
        return layer;
    }

    /** The memory c (1, H) at the start and after each character. */
    List<Tensor> memory(String text) {
        Lstm.Output state = start();
        List<Tensor> cells = new ArrayList<>(List.of(state.cLast()));
        for (int i = 0; i < text.length(); i++) {
            state = read(text.substring(i, i + 1), state);
            cells.add(state.cLast());
        }
        return cells;
    }

    /** A text of its own: each character is drawn with the probability that the net gives it. */
    String text(int length, Seed seed) {
        Lstm.Output state = read(".", start());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            double[] p = new Softmax().forward(scores.forward(state.hLast())).toArray();
            double u = seed.uniform(i);
            int drawn = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
            text.append(Words.ALPHABET.charAt(drawn));
            state = read(text.substring(i), state);
        }
        return text.toString();
    }

    private static Lstm.Output start() {
        return new Lstm.Output(Tensor.zeros(1, 0, UNITS), Tensor.zeros(1, UNITS), Tensor.zeros(1, UNITS));
    }

    private Lstm.Output read(String character, Lstm.Output state) {
        return lstm.forward(Words.oneHot(character), state.hLast(), state.cLast());
    }
}
