package gradus.demo.sequence;

import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** Text made of words with as many b as a, such as {@code ab.aaabbb.aabb.}; a net is to say the next character, always. */
final class Words {
    static final String ALPHABET = ".ab";
    static final int LONGEST = 10;

    private Words() {}

    static String word(int n) {
        return "a".repeat(n) + "b".repeat(n) + ".";
    }

    /** So many texts of some length, of words of 1 to 10 a: characters as one-hot rows (N, T, 3) and the ones after them (N, T). */
    static Samples<IntTensor> texts(int number, int length, Seed seed) {
        Tensor x = Tensor.zeros(number, length, ALPHABET.length());
        int[] next = new int[number * length];
        for (int n = 0; n < number; n++) {
            String text = text(length + 1, seed.child(n));
            for (int t = 0; t < length; t++) {
                x.set(n, t, ALPHABET.indexOf(text.charAt(t)), 1);
                next[n * length + t] = ALPHABET.indexOf(text.charAt(t + 1));
            }
        }
        return Samples.of(x, IntTensor.of(Shape.of(number, length), next));
    }

    private static String text(int length, Seed seed) {
        StringBuilder text = new StringBuilder(".");
        for (int i = 0; text.length() < length; i++) {
            text.append(word(1 + (int) (LONGEST * seed.uniform(i))));
        }
        return text.substring(0, length);
    }

    /** A text as one-hot rows (1, T, 3). */
    static Tensor oneHot(String text) {
        int[] numbers = text.chars().map(ALPHABET::indexOf).toArray();
        return Tensor.eye(ALPHABET.length()).take(IntTensor.of(numbers)).expand(0);
    }
}
