package gradus.tensor;

import java.util.Arrays;

/**
 * Walks views of one shape together, in row-major order, a stretch of entries at a time.
 *
 * <p>Neighbouring axes along which all views step evenly are merged, so rows are as long as they can be; a stretch is a row, or a part
 * of it that leaves room for all operands in a core's first cache.
 */
final class Walk {
    private static final int LONGEST = 1024;

    private final int[] dims; // after merging, without axes of length 1
    private final int[][] strides; // [view][axis]
    private final int[] at; // where each view's stretch begins
    private final int[] index;
    private boolean ended;

    Walk(View... views) {
        Shape shape = views[0].shape();
        int[] merged = new int[shape.rank()];
        int[][] steps = new int[views.length][shape.rank()];
        int last = -1;
        for (int axis = 0; axis < shape.rank(); axis++) {
            int length = shape.dim(axis);
            if (length == 1) {
                continue;
            }
            boolean grows = last >= 0 && even(views, steps, last, axis);
            last = grows ? last : last + 1;
            merged[last] = grows ? merged[last] * length : length;
            for (int view = 0; view < views.length; view++) {
                steps[view][last] = views[view].stride(axis);
            }
        }
        dims = last < 0 ? new int[] {1} : Arrays.copyOf(merged, last + 1);
        strides = last < 0 ? new int[views.length][1] : steps;
        at = Arrays.stream(views).mapToInt(View::offset).toArray();
        index = new int[dims.length];
        ended = shape.size() == 0;
    }

    private static boolean even(View[] views, int[][] steps, int last, int axis) {
        for (int view = 0; view < views.length; view++) {
            if (steps[view][last]
                    != views[view].stride(axis) * views[view].shape().dim(axis)) {
                return false;
            }
        }
        return true;
    }

    boolean hasStretch() {
        return !ended;
    }

    /** The number of entries in this stretch. */
    int length() {
        int last = dims.length - 1;
        return Math.min(LONGEST, dims[last] - index[last]);
    }

    /** Where the stretch of a view begins. */
    int at(int view) {
        return at[view];
    }

    /** From one entry of a view's stretch to the next. */
    int step(int view) {
        return strides[view][dims.length - 1];
    }

    void next() {
        leave(dims.length - 1, length());
    }

    /** How many stretches, this one first, follow one another by even steps: the rest of the axis before the last. */
    int rows() {
        int last = dims.length - 1;
        return last == 0 || dims[last] > LONGEST ? 1 : dims[last - 1] - index[last - 1];
    }

    /** From one of these stretches of a view to the next. */
    int rowStep(int view) {
        return dims.length == 1 ? 0 : strides[view][dims.length - 2];
    }

    /** Moves behind all these stretches. */
    void nextRows() {
        int rows = rows();
        if (rows == 1) {
            next();
        } else {
            leave(dims.length - 2, rows);
        }
    }

    /** Moves along an axis, and on to the next index of those before it where it ends. */
    private void leave(int from, int by) {
        int axis = from;
        move(axis, by);
        while (axis > 0 && index[axis] == dims[axis]) {
            move(axis, -index[axis]);
            axis--;
            move(axis, 1);
        }
        ended = index[0] == dims[0];
    }

    private void move(int axis, int by) {
        index[axis] += by;
        for (int view = 0; view < at.length; view++) {
            at[view] += by * strides[view][axis];
        }
    }
}
