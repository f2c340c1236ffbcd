package gradus.tensor;

import gradus.tensor.Backend.Draw;
import java.util.Arrays;

/** The first numbers of a seed. */
final class Draws {
    private Draws() {}

    static double[] of(Draw draw, int length, double p, Seed seed) {
        double[] data = new double[length];
        switch (draw) {
            case UNIFORM -> Arrays.setAll(data, seed::uniform);
            case NORMAL -> Arrays.setAll(data, seed::normal);
            case BERNOULLI -> Arrays.setAll(data, i -> seed.below(i, p) ? 1 : 0);
        }
        return data;
    }
}
