package gradus.tensor;

import java.util.Arrays;
import java.util.function.Consumer;

/** How work is cut into pieces for threads to share. Costs are estimated nanoseconds on one thread. */
record Pieces(Workers workers) {
    /** What is done from one number (inclusive) to another (exclusive). */
    interface Range {
        void accept(int from, int to);
    }

    /** Cuts a length. */
    void cut(double cost, int length, Range work) {
        int pieces = workers.pieces(cost, length);
        workers.share(pieces, piece -> work.accept(start(piece, pieces, length), start(piece + 1, pieces, length)));
    }

    private static int start(int piece, int pieces, int length) {
        return (int) ((long) length * piece / pieces);
    }

    /** Walks views together, cut along the longest axis along which the first view, where results go, moves; a cost an entry. */
    void walk(double cost, Consumer<Walk> work, View... views) {
        Shape shape = views[0].shape();
        int axis = longest(views[0]);
        if (axis < 0 || workers.pieces(cost * shape.size(), shape.dim(axis)) == 1) {
            work.accept(new Walk(views));
            return;
        }
        cut(
                cost * shape.size(),
                shape.dim(axis),
                (from, to) -> work.accept(new Walk(Arrays.stream(views)
                        .map(view -> view.slice(axis, from, to - from, 1))
                        .toArray(View[]::new))));
    }

    private static int longest(View results) {
        int longest = -1;
        for (int axis = 0; axis < results.shape().rank(); axis++) {
            int length = results.stride(axis) == 0 ? 0 : results.shape().dim(axis);
            if (length > (longest < 0 ? 0 : results.shape().dim(longest))) {
                longest = axis;
            }
        }
        return longest;
    }
}
