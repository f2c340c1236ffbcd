package gradus.reference.attention;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Multiplications;
import gradus.reference.Values;
import gradus.reference.conv.Conv1d;
import gradus.reference.recurrent.Nonlinearity;
import gradus.reference.recurrent.Rnn;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lecture 11's table of one layer over n positions of width d, with a filter of k or a neighbourhood of r positions, counted on the layers
 * themselves: multiplications, products that wait for one another, and over how many layers or steps the first position reaches the last.
 */
class CostTest {
    @ParameterizedTest(name = "n = {0}, d = {1}")
    @CsvSource({"3, 7", "7, 3", "13, 5", "5, 5"})
    void multiplications_of_a_layer(int n, int d) {
        long attention = attention(n, d).all();
        long recurrent = recurrent(n, d).all();

        assertThat(attention).isEqualTo(2L * n * n * d); // scores, and weights times values
        assertThat(recurrent).isEqualTo(2L * n * d * d); // of the inputs, and of the states
        assertThat(convolution(n, d, 3).all()).isEqualTo(3L * n * d * d);
        assertThat(convolution(n, d, 5).all()).isEqualTo(5L * n * d * d);
        assertThat(Long.compare(attention, recurrent)).isEqualTo(Integer.compare(n, d));
    }

    /** Of n² pairs, r are looked at from every position but the ones at the ends. */
    @ParameterizedTest(name = "n = {0}, r = {1}")
    @CsvSource({"13, 3", "13, 5", "7, 5"})
    void a_neighbourhood_leaves_r_pairs_of_every_position(int n, int r) {
        int side = r / 2;

        assertThat(neighbourhood(n, r).sum()).isEqualTo((double) r * n - side * (side + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 13})
    void only_a_recurrent_layer_waits_for_every_position(int n) {
        assertThat(attention(n, 5).products()).isEqualTo(2);
        assertThat(convolution(n, 5, 3).products()).isEqualTo(1);
        assertThat(recurrent(n, 5).products()).isEqualTo(1 + n);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 13})
    void everything_reaches_everything_in_one_layer_of_attention(int n) {
        assertThat(layersOfAttention(n, Tensor.ones(n, n))).isEqualTo(1);
    }

    /** Each layer of neighbours takes the first position r / 2 further. */
    @ParameterizedTest(name = "n = {0}, r = {1}: {2} layers")
    @CsvSource({"13, 3, 12", "13, 5, 6", "12, 5, 6", "14, 5, 7", "13, 13, 2", "13, 25, 1"})
    void a_neighbourhood_needs_layers_in_proportion_to_n_over_r(int n, int r, int layers) {
        assertThat(layersOfAttention(n, neighbourhood(n, r))).isEqualTo(layers);
    }

    /** Filters of k whose weights stand k times as far apart in each layer, so that l layers see kˡ positions. */
    @ParameterizedTest(name = "n = {0}, k = {1}: {2} layers")
    @CsvSource({"2, 2, 1", "3, 2, 2", "4, 2, 2", "5, 2, 3", "8, 2, 3", "9, 3, 2", "10, 3, 3", "27, 3, 3"})
    void convolutions_need_log_k_of_n_layers(int n, int k, int layers) {
        Tensor y = impulse(n).reshape(1, 1, n);
        int count = 0;
        for (int apart = 1; y.get(0, 0, n - 1) == 0; apart *= k) {
            Conv1d layer = new Conv1d(1, 1, Window.of(1, k).dilation(apart), 1);
            layer.parameters().get(0).value().fill(1);
            y = layer.forward(y.pad(2, apart * (k - 1), 0)); // sees itself and what comes before
            count++;
        }
        assertThat(count).isEqualTo(layers);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 13})
    void a_recurrent_layer_carries_the_first_position_through_every_state(int n) {
        Rnn net = new Rnn(1, 1, Nonlinearity.RELU);
        net.parameters().get(0).value().fill(1);
        net.parameters().get(1).value().fill(0.5); // each step halves

        Tensor h = net.forward(impulse(n).reshape(1, n, 1), Tensor.zeros(1, 1)).hLast();

        assertThat(h.get(0, 0)).isEqualTo(Math.pow(0.5, n - 1));
    }

    /** How many layers of attention, with queries and keys of 0, it takes until the last position has something of the first. */
    private static int layersOfAttention(int n, Tensor mask) {
        Tensor none = Tensor.zeros(1, n, 1);
        Tensor y = impulse(n).reshape(1, n, 1);
        int count = 0;
        while (y.get(0, n - 1, 0) == 0) {
            y = new Attention().forward(none, none, y, mask);
            count++;
        }
        return count;
    }

    /** 1 at the first of n positions. */
    private static Tensor impulse(int n) {
        return Tensor.ones(1).pad(0, 0, n - 1);
    }

    /** 1 where two of n positions are less than r / 2 apart; r is odd. */
    private static Tensor neighbourhood(int n, int r) {
        Tensor mask = Tensor.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - r / 2); j <= Math.min(n - 1, i + r / 2); j++) {
                mask.set(i, j, 1);
            }
        }
        return mask;
    }

    private static Multiplications attention(int n, int d) {
        Tensor x = Values.NORMAL.draw(1, 1, n, d);
        return Multiplications.of(() -> new Attention().forward(x, x, x));
    }

    private static Multiplications recurrent(int n, int d) {
        Rnn net = new Rnn(d, d, Nonlinearity.TANH);
        return Multiplications.of(() -> net.forward(Values.NORMAL.draw(1, 1, n, d), Tensor.zeros(1, d)));
    }

    private static Multiplications convolution(int n, int d, int k) {
        Conv1d layer = new Conv1d(d, d, Window.of(1, k).padding(k / 2), 1);
        return Multiplications.of(() -> layer.forward(Values.NORMAL.draw(1, 1, d, n)));
    }
}
