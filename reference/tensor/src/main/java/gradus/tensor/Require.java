package gradus.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What shapes and numbers must fulfil, and the sentences where they do not. */
final class Require {
    private Require() {}

    static void shape(String where, Shape given, int... expected) {
        if (!given.fits(expected)) {
            throw new ShapeException(where + ": expected shape " + pattern(expected) + " but got " + given + "."
                    + turnedHint(given, expected));
        }
    }

    private static String pattern(int... expected) {
        return Arrays.stream(expected)
                .mapToObj(dim -> dim == Shape.ANY ? "any" : Integer.toString(dim))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A hint where turning a matrix round would give the shape that was expected. */
    static String turnedHint(Shape given, int... expected) {
        boolean turned =
                given.rank() == 2 && Shape.of(given.dim(1), given.dim(0)).fits(expected);
        return turned ? " Is it transposed?" : "";
    }

    static void values(String where, Shape shape, int count) {
        if (count != shape.size()) {
            throw new ShapeException(
                    where + ": expected " + shape.size() + " values for shape " + shape + " but got " + count + ".");
        }
    }

    static void rank(String where, Shape shape, int least) {
        if (shape.rank() < least) {
            throw new ShapeException(where + ": expected " + least + (least == 1 ? " axis" : " axes")
                    + " or more but got " + shape + ".");
        }
    }

    static void equalBut(String where, int axis, Shape whole, Shape piece) {
        if (piece.rank() != whole.rank() || !piece.without(axis).equals(whole.without(axis))) {
            throw new ShapeException(where + ": " + whole + " and " + piece + " do not fit: all axes but axis " + axis
                    + " must be equal.");
        }
    }

    static void stretches(String where, Shape small, Shape target) {
        if (small.rank() > target.rank() || !small.broadcast(where, target).equals(target)) {
            throw new ShapeException(where + ": " + small + " does not stretch to " + target + ".");
        }
    }

    static void entries(String where, Shape shape, int... axes) {
        for (int axis : axes) {
            if (shape.dim(axis) == 0) {
                throw new ShapeException(
                        where + ": expected entries along axis " + axis + " of " + shape + " but there are none.");
            }
        }
    }

    static void range(String where, Shape shape, int axis, int from, long to, int step) {
        if (from < 0 || to < from || to > shape.dim(axis) || step < 1) {
            throw new ShapeException(where + ": " + from + " to " + to + (step == 1 ? "" : " by " + step)
                    + " does not lie within axis " + axis + " of " + shape + ".");
        }
    }

    static void entry(String where, Shape shape, int axis, int i) {
        if (i < 0 || i >= shape.dim(axis)) {
            throw new ShapeException(
                    where + ": expected an entry of axis " + axis + " of " + shape + " but got " + i + ".");
        }
    }

    static void padding(Shape shape, int axis, int before, int after) {
        if (before < 0 || after < 0) {
            throw new ShapeException("Tensor.pad: expected 0 or more zeros around " + shape + " but got " + before
                    + " before and " + after + " after.");
        }
        long padded = (long) before + shape.dim(axis) + after;
        if (padded > Integer.MAX_VALUE) {
            throw new ShapeException("Tensor.pad: expected an axis of at most " + Integer.MAX_VALUE
                    + " entries with the zeros around " + shape + " but got " + padded + ".");
        }
    }

    static void numbers(String where, IntTensor numbers, Shape shape, int axis) {
        int length = shape.dim(axis);
        for (int number : numbers.data()) {
            if (number < 0 || number >= length) {
                throw new IndexOutOfBoundsException(where + ": expected numbers from 0 to " + (length - 1)
                        + " for axis " + axis + " of " + shape + " but got " + number + ".");
            }
        }
    }

    static void probability(String where, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(where + ": expected a probability from 0 to 1 but got " + p + ".");
        }
    }
}
