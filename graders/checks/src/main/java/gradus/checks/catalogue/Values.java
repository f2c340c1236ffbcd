package gradus.checks.catalogue;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Locale;

/** The kinds of numbers that experiments are made of; each brings out other mistakes. */
enum Values {
    /** Standard normal. */
    NORMAL,
    /** Of either sign, magnitudes in [0.25, 1.75]: away from every kink, and no entry small enough to hide. */
    AWAY,
    NEGATIVE,
    /** Mean 3. */
    POSITIVE,
    /** About 1e-3. */
    TINY,
    /** Mean 1000, deviation 1000. */
    LARGE,
    /** -3 to 3, exact zeros among them. */
    INTEGERS,
    /** -1000, 0 or 1000. */
    SATURATED;

    /** What every exercise is tried with besides normal numbers. */
    static final List<Values> ORDINARY = List.of(NEGATIVE, POSITIVE, TINY, LARGE, INTEGERS);

    /** The same for exercises in which an exponential may overflow. */
    static final List<Values> EXTREME = List.of(NEGATIVE, POSITIVE, TINY, LARGE, INTEGERS, SATURATED);

    Tensor draw(Shape shape, Seed seed) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) values[i] = entry(seed, i);
        return Tensor.of(shape, values);
    }

    private double entry(Seed seed, int i) {
        return switch (this) {
            case NORMAL -> seed.normal(i);
            case AWAY -> away(seed.uniform(i));
            case NEGATIVE -> -Math.abs(away(seed.uniform(i)));
            case POSITIVE -> 3 + seed.normal(i);
            case TINY -> 1e-3 * seed.normal(i);
            case LARGE -> 1000 * (1 + seed.normal(i));
            case INTEGERS -> Math.floor(7 * seed.uniform(i)) - 3;
            case SATURATED -> 1000 * (Math.floor(3 * seed.uniform(i)) - 1);
        };
    }

    private static double away(double u) {
        return u < 0.5 ? 0.25 + 3 * u : -0.25 - 3 * (u - 0.5);
    }

    /** In words: {@code large values}. */
    String words() {
        return name().toLowerCase(Locale.ROOT) + " values";
    }
}
