package gradus.tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What shapes and indices must fulfil, and the sentences where they do not. */
final class Messages {
    private static final int SHOWN = 100;

    private Messages() {}

    static void require(String where, Shape given, int... expected) {
        if (!given.fits(expected)) {
            throw new ShapeException(where + ": expected shape " + Shape.text(expected) + " but got " + given + "."
                    + transposed(given, expected));
        }
    }

    /** A hint where turning a matrix round would give the shape that was expected. */
    static String transposed(Shape given, int... expected) {
        boolean turned =
                given.rank() == 2 && Shape.of(given.dim(1), given.dim(0)).fits(expected);
        return turned ? " Is it transposed?" : "";
    }

    static void requireEqualBut(String where, int axis, Shape whole, Shape piece) {
        boolean fits = piece.rank() == whole.rank() && piece.without(axis).equals(whole.without(axis));
        if (!fits) {
            throw new ShapeException(where + ": " + whole + " and " + piece + " do not fit: all axes but axis " + axis
                    + " must be equal.");
        }
    }

    static void requireStretches(String where, Shape small, Shape target) {
        if (small.rank() > target.rank() || !small.broadcast(where, target).equals(target)) {
            throw new ShapeException(where + ": " + small + " does not stretch to " + target + ".");
        }
    }

    static void requireEntries(String where, Shape shape, int... axes) {
        for (int axis : axes) {
            if (shape.dim(axis) == 0) {
                throw new ShapeException(
                        where + ": expected entries along axis " + axis + " of " + shape + " but there are none.");
            }
        }
    }

    static void requireRange(String where, Shape shape, int axis, int from, int to, int step) {
        if (from < 0 || to < from || to > shape.dim(axis) || step < 1) {
            throw new ShapeException(where + ": " + from + " to " + to + (step == 1 ? "" : " by " + step)
                    + " does not lie within axis " + axis + " of " + shape + ".");
        }
    }

    static void requirePadding(Shape shape, int before, int after) {
        if (before < 0 || after < 0) {
            throw new ShapeException("Tensor.pad: expected 0 or more zeros around " + shape + " but got " + before
                    + " before and " + after + " after.");
        }
    }

    static void requireOrder(Shape shape, int... order) {
        if (order.length != shape.rank()) {
            throw new ShapeException(
                    "Tensor.permute: expected each axis of " + shape + " once but got " + Shape.text(order) + ".");
        }
        if (order.length > 0) {
            shape.axes("Tensor.permute", order);
        }
    }

    static void requireSize(String where, Shape shape, Shape other) {
        if (shape.size() != other.size()) {
            throw new ShapeException(where + ": " + shape + " has " + shape.size() + " entries but " + other + " has "
                    + other.size() + ".");
        }
    }

    /** The lengths with the one that is -1 worked out. */
    static Shape inferred(Shape shape, int... dims) {
        int[] known = dims.clone();
        int product = 1;
        int open = -1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] == -1 && open < 0) {
                open = axis;
            } else {
                product *= dims[axis];
            }
        }
        if (open >= 0 && product > 0 && shape.size() % product == 0) {
            known[open] = shape.size() / product;
        } else if (open >= 0) {
            throw new ShapeException("Tensor.reshape: " + shape + " has " + shape.size()
                    + " entries, which do not divide into " + Shape.text(dims) + ".");
        }
        return Shape.of(known);
    }

    static void requireIndices(String where, Shape shape, int axis, IntTensor indices) {
        int length = shape.dim(shape.axis(where, axis));
        for (int index : indices.data()) {
            if (index < 0 || index >= length) {
                throw new IndexOutOfBoundsException(where + ": expected numbers from 0 to " + (length - 1)
                        + " for axis " + axis + " of " + shape + " but got " + index + ".");
            }
        }
    }

    /** The name of the method that does an operation: {@code Tensor.greaterEqual}. */
    static String method(Backend.Binary operation) {
        String[] words = operation.name().toLowerCase(Locale.ROOT).split("_", -1);
        return "Tensor." + words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    static String entries(Shape shape, double[] data) {
        String all = Arrays.stream(data).limit(SHOWN).mapToObj(Double::toString).collect(Collectors.joining(", "));
        return shape + " [" + all + (data.length > SHOWN ? ", …]" : "]");
    }
}
