package gradus.problems.formula;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a symbol takes its values.
 *
 * @param sides its lengths, as letters or numbers; none for a number
 */
record Domain(Numbers numbers, boolean symmetric, List<String> sides) {
    private static final Pattern FORM = Pattern.compile(
            "(symmetric\\s*)?(real|positive|unit|integer|ones)?\\s*(symmetric\\s*)?(?:\\[([^\\]]*)\\])?");

    /** Sets of numbers to draw from. */
    enum Numbers {
        REAL,
        POSITIVE,
        UNIT,
        INTEGER,
        ONES;

        double draw(double unit, double scale) {
            return switch (this) {
                case REAL -> (unit < 0.5 ? -1 : 1) * (0.2 + scale * Math.abs(2 * unit - 1));
                case POSITIVE -> 0.2 + scale * unit;
                case UNIT -> 0.05 + 0.9 * unit;
                case ONES -> 1;
                case INTEGER -> 1 + Math.floor(unit * (2 + 4 * scale));
            };
        }
    }

    /** Reads {@code real}, {@code unit [n]}, {@code symmetric [D, D]}. */
    static Domain of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || text.isBlank()) {
            throw new IllegalArgumentException(
                    "expected a domain such as real, positive, unit, integer, [N, D] or unit [n] but got '" + text
                            + "'");
        }
        String sides = form.group(4);
        return new Domain(
                form.group(2) == null
                        ? Numbers.REAL
                        : Numbers.valueOf(form.group(2).toUpperCase(Locale.ROOT)),
                form.group(1) != null || form.group(3) != null,
                sides == null
                        ? List.of()
                        : Stream.of(sides.split(",", -1)).map(String::strip).toList());
    }

    Tensor draw(Lengths lengths, Seed seed, double scale) {
        Shape shape = Shape.of(sides.stream().mapToInt(lengths::of).toArray());
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.draw(seed.uniform(i), scale);
        }
        Tensor drawn = Tensor.of(shape, values);
        return symmetric ? drawn.plus(drawn.transpose()) : drawn;
    }
}
