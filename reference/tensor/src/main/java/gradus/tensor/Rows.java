package gradus.tensor;

import java.util.Arrays;

/** Rows of a table, by number: their numbers, the width of a row, and the shape of all those rows together. */
record Rows(IntTensor numbers, int width, Shape shape) {
    /** Entries of the first axis. */
    static Rows of(String where, Shape table, IntTensor numbers) {
        Require.rank(where, table, 1);
        Require.numbers(where, numbers, table, 0);
        Shape row = table.part(1, table.rank());
        return new Rows(numbers, row.size(), numbers.shape().then(row));
    }

    /** One entry of every row along the last axis: rows of width 1. */
    static Rows single(String where, Shape table, IntTensor columns) {
        Require.rank(where, table, 1);
        columns.require(where, table.part(0, table.rank() - 1).toArray());
        Require.numbers(where, columns, table, -1);
        int[] places = columns.toArray();
        Arrays.setAll(places, i -> i * table.dim(-1) + places[i]);
        return new Rows(IntTensor.of(places), 1, columns.shape());
    }
}
