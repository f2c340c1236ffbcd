package gradus.checks;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tensor held against the one it should be.
 *
 * @param status PASSED, FAILED, WRONG_SHAPE or NOT_FINITE
 * @param message what is off, null where nothing is
 */
public record Comparison(
        Status status, @Nullable String message, @Nullable Worst worst) {
    /** Part of the largest expected entry by which an entry may be off: rounding in any order stays far below. */
    public static final double TOLERANCE = 1e-9;

    /** Part of what went in that rounding may leave where the expected entries cancel to nothing. */
    private static final double FLOOR = 1e-12;

    private static final Comparison EQUAL = new Comparison(Status.PASSED, null, null);

    /**
     * Compares entry by entry; NaN is never equal.
     *
     * @param name of the quantity in messages, such as {@code dW}
     * @param magnitude of what went in, such as the largest entry of the upstream gradient
     */
    public static Comparison of(String name, Tensor expected, Tensor actual, double magnitude) {
        return of(name, "", expected, actual, magnitude);
    }

    /**
     * The same for a quantity in a special situation.
     *
     * @param when after the name, such as {@code " of a second backward"}
     */
    public static Comparison of(String name, String when, Tensor expected, Tensor actual, double magnitude) {
        if (!expected.shape().equals(actual.shape())) {
            String message =
                    "%s%s: expected shape %s but got %s.".formatted(name, when, expected.shape(), actual.shape());
            return new Comparison(Status.WRONG_SHAPE, message, null);
        }
        return entries(name, when, expected, actual, TOLERANCE * largest(expected) + FLOOR * magnitude);
    }

    public boolean passed() {
        return status == Status.PASSED;
    }

    /** The largest magnitude of any finite entry, 0 for none. */
    public static double largest(Tensor tensor) {
        double largest = 0;
        for (double value : tensor.toArray()) {
            if (Double.isFinite(value)) largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static Comparison entries(String name, String when, Tensor expected, Tensor actual, double tolerance) {
        double[] e = expected.toArray();
        double[] a = actual.toArray();
        int wrong = 0;
        int worst = 0;
        double largest = -1;
        for (int i = 0; i < e.length; i++) {
            double gap = Math.abs(e[i] - a[i]);
            if (gap <= tolerance || e[i] == a[i]) continue;
            wrong++;
            double size = Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap;
            if (size > largest) {
                largest = size;
                worst = i;
            }
        }
        return wrong == 0 ? EQUAL : wrong(name, when, expected, e[worst], a[worst], worst, wrong);
    }

    private static Comparison wrong(String name, String when, Tensor expected, double e, double a, int at, int wrong) {
        List<Integer> index = index(expected, at);
        String entry = index.isEmpty() ? name : name + index;
        String count = expected.size() == 1
                ? "%s%s is wrong".formatted(name, when)
                : "%s%s is wrong in %s".formatted(name, when, share(wrong, expected));
        String message = "%s. %s: %s.".formatted(count, entry, Numbers.contrast(e, a));
        Status status = Double.isFinite(a) ? Status.FAILED : Status.NOT_FINITE;
        return new Comparison(
                status, message, new Worst(index, e, a, Math.abs(e - a) / Math.max(Math.abs(e), Math.abs(a))));
    }

    private static String share(int wrong, Tensor expected) {
        return wrong == expected.size() ? "every entry" : "%d of %d entries".formatted(wrong, expected.size());
    }

    private static List<Integer> index(Tensor tensor, int flat) {
        List<Integer> index = new ArrayList<>();
        int rest = flat;
        for (int axis = tensor.rank() - 1; axis >= 0; axis--) {
            index.add(0, rest % tensor.dim(axis));
            rest /= tensor.dim(axis);
        }
        return index;
    }
}
