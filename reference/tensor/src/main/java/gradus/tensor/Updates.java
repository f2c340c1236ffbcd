package gradus.tensor;

import gradus.tensor.Backend.Write;

/** The operations of {@link Tensor} that change its entries. */
public sealed interface Updates permits Tensor {
    private Tensor self() {
        return (Tensor) this;
    }

    private Shape form() {
        return self().shape();
    }

    default void fill(double value) {
        assign(Tensor.full(Shape.of(), value));
    }

    /** Sets the entries to those of {@code t}, which stretches to this shape. */
    default void assign(Tensor t) {
        Require.stretches("Tensor.assign", t.shape(), form());
        self().scatter(Write.PUT, View.of(form()), t);
    }

    /** Adds {@code t}, which stretches to this shape. */
    default void increment(Tensor t) {
        Require.stretches("Tensor.increment", t.shape(), form());
        self().scatter(Write.ADD, View.of(form()), t);
    }

    /** Writes a piece over the entries of an axis from {@code from} on; its other axes are those of this. */
    default void put(int axis, int from, Tensor piece) {
        self().scatter(Write.PUT, place("Tensor.put", axis, from, 1, piece.shape()), piece);
    }

    /** Adds a piece to every {@code step}-th entry of an axis from {@code from} on; its other axes are those of this. */
    default void add(int axis, int from, int step, Tensor piece) {
        self().scatter(Write.ADD, place("Tensor.add", axis, from, step, piece.shape()), piece);
    }

    private View place(String where, int axis, int from, int step, Shape piece) {
        int along = form().axis(where, axis);
        Require.equalBut(where, along, form(), piece);
        int length = piece.dim(along);
        Require.range(where, form(), along, from, length == 0 ? from : from + (length - 1L) * step + 1, step);
        return View.of(form()).slice(along, from, length, step);
    }

    /** Adds row i of {@code piece} to row {@code rows[i]} of this; undoes {@link Tensor#take}. */
    default void addTake(IntTensor rows, Tensor piece) {
        self().addRows("Tensor.addTake", Rows.of("Tensor.addTake", form(), rows), piece);
    }

    /** Adds entry i of {@code piece} to entry {@code columns[i]} of row i; undoes {@link Tensor#pick}. */
    default void addPick(IntTensor columns, Tensor piece) {
        self().addRows("Tensor.addPick", Rows.single("Tensor.addPick", form(), columns), piece);
    }

    /** Adds a number to entry {@code columns[i]} of every row i. */
    default void addPick(IntTensor columns, double value) {
        addPick(columns, Tensor.full(columns.shape(), value));
    }
}
