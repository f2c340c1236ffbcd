package gradus.demo.sequence;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.reference.optim.Adam;
import gradus.reference.optim.NormClipping;
import gradus.reference.train.History;
import gradus.reference.train.Training;
import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An LSTM reads text character by character and says the next one. In {@code aaabbb.} the b are as many as the a, so it has to count: a
 * cell of its memory goes one way with every a and back with every b. How many a will come nobody can know: ln 10 a word is the best loss.
 *
 * <p>Source: lecture 11; Gers and Schmidhuber (2001), LSTM recurrent networks learn simple context-free and context-sensitive languages.
 */
public final class CharactersDemo implements Demo {
    private static final int LENGTH = 44;
    private static final int LONGER = 14;

    @Override
    public String name() {
        return "characters";
    }

    @Override
    public String about() {
        return "An LSTM that reads characters learns to count.";
    }

    @Override
    public Report run(Setup setup) {
        Seed seed = setup.seed().named("characters");
        Samples<IntTensor> texts = Words.texts(512, LENGTH, seed.named("texts"));
        Samples<IntTensor> others = Words.texts(64, LENGTH, seed.named("others"));
        CharacterLstm net = new CharacterLstm(seed);
        History history = Training.with(Adam::new)
                .rate(0.02)
                .epochs(setup.iterations(25))
                .clip(new NormClipping(1))
                .seed(seed)
                .fit(net.layer(), new StepwiseLoss(), texts, others);
        List<Double> losses = history.validationLosses();
        double best = Math.log(Words.LONGEST) / (Words.LONGEST + 2); // a word has 2 n + 1 characters, n from 1 to 10
        Report report = new Report()
                .figure("cross-entropy a character", losses.get(losses.size() - 1), "%.3f")
                .figure("best possible", best, "%.3f")
                .figure("of words with 1 to 10 a, ended rightly", ended(net, 1, Words.LONGEST), "%.0f")
                .figure("of words with 11 to 14 a, never seen", ended(net, Words.LONGEST + 1, LONGER), "%.0f");
        report.say("It writes: %s", net.text(64, seed.named("text")));
        return report.draw(Picture.grid(name(), 2, List.of(memory(net), curve(losses, best))));
    }

    /** How many words of so many a the net ends where they end, once it has read the a and the first b. */
    private static double ended(CharacterLstm net, int from, int to) {
        return IntStream.rangeClosed(from, to).filter(n -> ends(net, n)).count();
    }

    private static boolean ends(CharacterLstm net, int n) {
        String word = Words.word(n);
        int[] said = net.layer().forward(Words.oneHot("." + word)).argmax(2).toArray();
        return IntStream.range(n + 1, word.length()).allMatch(t -> Words.ALPHABET.charAt(said[t]) == word.charAt(t));
    }

    private static Picture memory(CharacterLstm net) {
        String text = "." + Words.word(4) + Words.word(9);
        List<Tensor> cells = net.memory(text);
        Plot plot = new Plot("Memory while reading " + text, "characters read", "cell");
        for (int unit = 0; unit < CharacterLstm.UNITS; unit++) {
            int u = unit;
            plot.line("cell " + u, cells.stream().map(c -> c.get(0, u)).toList());
        }
        return plot.picture("memory", 480, 420);
    }

    private static Picture curve(List<Double> losses, double best) {
        return new Plot("Cross-entropy of other texts", "epoch, from 0", "nats a character")
                .line("LSTM", losses)
                .reference("best", new double[] {0, losses.size() - 1}, new double[] {best, best})
                .picture("curve", 480, 420);
    }
}
