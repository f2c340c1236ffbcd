package gradus.demo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.activation.Tanh;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void a_text_is_of_whole_words_and_its_targets_are_one_ahead() {
        Samples<IntTensor> texts = Words.texts(1, 60, new Seed(1));
        StringBuilder text = new StringBuilder(".");
        for (int character : texts.targets().toArray()) {
            text.append(Words.ALPHABET.charAt(character));
        }
        String whole = text.substring(1, text.lastIndexOf(".") + 1);

        assertThat(Words.oneHot(text.substring(0, 60)).toArray())
                .isEqualTo(texts.x().toArray());
        List<String> words = Pattern.compile("[ab]*\\.")
                .matcher(whole)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(words).isNotEmpty().allMatch(word -> word.equals(Words.word(word.length() / 2)));
        assertThat(words).allMatch(word -> word.length() <= 2 * Words.LONGEST + 1);
    }

    @Test
    void steps_are_rows() {
        Tensor x = Tensor.normal(Shape.of(2, 3, 5), new Seed(1));
        Stepwise stepwise = new Stepwise(new Tanh());

        assertThat(stepwise.forward(x).toArray()).isEqualTo(x.tanh().toArray());
        assertThat(stepwise.backward(x).shape()).isEqualTo(x.shape());
    }

    @Test
    void the_loss_is_that_of_all_steps_together() {
        Tensor logits = Tensor.normal(Shape.of(2, 3, 4), new Seed(1));
        int[] labels = {0, 1, 2, 3, 0, 1};
        SoftmaxCrossEntropy rows = new SoftmaxCrossEntropy();
        StepwiseLoss steps = new StepwiseLoss();

        assertThat(steps.forward(logits, IntTensor.of(Shape.of(2, 3), labels)))
                .isEqualTo(rows.forward(logits.reshape(6, 4), IntTensor.of(labels)));
        assertThat(steps.backward().toArray()).isEqualTo(rows.backward().toArray());
        assertThat(steps.backward().shape()).isEqualTo(logits.shape());
    }
}
