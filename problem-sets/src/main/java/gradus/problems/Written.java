package gradus.problems;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** An answer as it was understood: its numbers, row by row, and their shape. */
record Written(Shape shape, List<Entry> entries) {
    Written {
        entries = List.copyOf(entries);
    }

    Tensor value() {
        return Tensor.of(shape, entries.stream().mapToDouble(Entry::value).toArray());
    }

    /** Whether the answer stands for these values. */
    boolean standsFor(Tensor truth) {
        return standsFor(truth, Tensor.zeros(truth.shape()));
    }

    /** Whether the answer stands for values within {@code slack} of these. */
    boolean standsFor(Tensor truth, Tensor slack) {
        if (!shape.equals(truth.shape())) {
            return false;
        }
        double[] values = truth.toArray(), slacks = slack.toArray();
        for (int i = 0; i < values.length; i++) {
            if (!entries.get(i).standsFor(values[i], slacks[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether every number is the true one but for noise, not merely a rounding. */
    boolean isExactly(Tensor truth) {
        return exact().standsFor(truth);
    }

    /** The same numbers, none of them a rounding. */
    Written exact() {
        return new Written(
                shape, entries.stream().map(e -> Entry.exact(e.value())).toList());
    }

    /** Whether this would be a rounding of the true value if only it showed more digits. */
    boolean isTooCoarseFor(Tensor truth) {
        double[] values = truth.toArray();
        return shape.equals(truth.shape())
                && IntStream.range(0, values.length)
                        .allMatch(i -> entries.get(i).standsFor(values[i], 0)
                                || entries.get(i).isTooCoarseFor(values[i]));
    }

    /** The same numbers in another shape of the same size. */
    Written as(Shape other) {
        return new Written(other, entries);
    }
}
