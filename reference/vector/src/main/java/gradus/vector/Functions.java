package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.tensor.Backend.Unary;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Functions whose vector form is not that of {@link Math} to the last bit. Ends of stretches are computed as vectors too, so that an entry
 * does not depend on where it stands; but code that the JIT has not compiled yet asks {@link Math}.
 */
final class Functions {
    private Functions() {}

    static void apply(Unary operation, double[] x, double[] y, int i, int n) {
        int end = i + n - n % LANES;
        loop(operation, x, y, i, end);
        if (end < i + n) {
            double[] from = new double[LANES];
            double[] to = new double[LANES];
            System.arraycopy(x, end, from, 0, i + n - end);
            loop(operation, from, to, 0, LANES);
            System.arraycopy(to, 0, y, end, i + n - end);
        }
    }

    private static void loop(Unary operation, double[] x, double[] y, int i, int end) {
        switch (operation) {
            case EXP -> {
                for (int t = i; t < end; t += LANES)
                    load(x, t).lanewise(VectorOperators.EXP).intoArray(y, t);
            }
            case LOG -> {
                for (int t = i; t < end; t += LANES)
                    load(x, t).lanewise(VectorOperators.LOG).intoArray(y, t);
            }
            case LOG1P -> {
                for (int t = i; t < end; t += LANES)
                    load(x, t).lanewise(VectorOperators.LOG1P).intoArray(y, t);
            }
            case TANH -> {
                for (int t = i; t < end; t += LANES)
                    load(x, t).lanewise(VectorOperators.TANH).intoArray(y, t);
            }
            default -> throw new IllegalArgumentException("Functions: no loop for " + operation + ".");
        }
    }

    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }
}
