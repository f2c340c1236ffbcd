package gradus.problems.formula;

import gradus.problems.expression.Expression;
import gradus.tensor.Seed;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether formulas are equal by their values at random points. The points depend on the formulas themselves, so that no
 * formula can be made to fit them; they come in several magnitudes, and lengths differ from point to point.
 */
public final class Equality {
    private static final int POINTS = 12, TRIES = 60;
    private static final double TOLERANCE = 1e-8;
    private static final double[] SCALES = {0.8, 2, 6, 0.1};

    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private final Set<String> letters = new LinkedHashSet<>();

    /** Over symbols with their domains, as the file writes them. */
    public Equality(Map<String, String> names) {
        names.forEach((name, domain) -> domains.put(name, Domain.of(domain)));
        domains.values()
                .forEach(domain ->
                        domain.sides().stream().filter(Lengths::isLetter).forEach(letters::add));
    }

    /** Why a formula cannot be of the shape of the key; empty text if it is. */
    public String misfit(Expression formula, Expression key) {
        Point point = point(new Seed(1), SCALES[0]);
        try {
            Tensor value = point.value(formula), truth = point.value(key);
            return Arrays.equals(sides(value), sides(truth))
                    ? ""
                    : "This is " + point.shown(value) + ", where " + point.shown(truth) + " is asked for.";
        } catch (ShapeException e) {
            return sentence(String.valueOf(e.getMessage()));
        }
    }

    /** Whether two formulas have the same shape and equal values wherever the second one has any. */
    public boolean holds(Expression formula, Expression key) {
        Seed seed = new Seed(0).named(formula.text()).named(key.text());
        int seen = 0;
        for (int i = 0; i < TRIES && seen < POINTS; i++) {
            Point point = point(seed.child(i), SCALES[i % SCALES.length]);
            try {
                Tensor truth = point.value(key);
                if (isFinite(truth)) {
                    seen++;
                    if (!equal(point.value(formula), truth)) {
                        return false;
                    }
                }
            } catch (ShapeException e) {
                return false; // what has no value equals nothing
            }
        }
        return seen >= POINTS / 2;
    }

    /** Whether a symbol of this name has a domain. */
    public boolean knows(String name) {
        return domains.containsKey(name);
    }

    /** Refuses a formula that has no finite value. */
    public void require(Expression formula) {
        if (!holds(formula, formula)) {
            throw new IllegalArgumentException("expected a formula with finite values but got " + formula.text() + ": "
                    + misfit(formula, formula));
        }
    }

    private Point point(Seed seed, double scale) {
        Lengths lengths = new Lengths(letters, seed.named("lengths"));
        Map<String, Tensor> values = new LinkedHashMap<>();
        domains.forEach((name, domain) -> values.put(name, domain.draw(lengths, seed.named(name), scale)));
        return new Point(values, lengths, seed);
    }

    private static boolean isFinite(Tensor value) {
        for (double entry : value.toArray()) {
            if (!Double.isFinite(entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Tensor value, Tensor truth) {
        if (!Arrays.equals(sides(value), sides(truth))) {
            return false;
        }
        double[] own = value.toArray(), right = truth.toArray();
        double scale = 0;
        for (double entry : right) {
            scale = Math.max(scale, Math.abs(entry));
        }
        for (int i = 0; i < own.length; i++) {
            if (!(Math.abs(own[i] - right[i]) <= TOLERANCE * scale)) {
                return false;
            }
        }
        return true;
    }

    /** The lengths that are not 1: whether a vector lies or stands is not asked. */
    private static int[] sides(Tensor value) {
        return Arrays.stream(value.shape().toArray())
                .filter(length -> length != 1)
                .toArray();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
