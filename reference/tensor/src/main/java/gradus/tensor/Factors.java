package gradus.tensor;

/** The two sides of a matrix product as views (B, N, D) and (B, D, M), and the shape of the result. */
record Factors(View left, View right, Shape result) {
    static Factors of(String where, Shape x, boolean xTurned, Shape w, boolean wTurned) {
        if (x.rank() < 2 || w.rank() < 2) {
            throw new ShapeException(where + ": " + x + " and " + w + " do not fit: both need two axes or more.");
        }
        Shape leading = x.part(0, x.rank() - 2);
        Shape others = w.part(0, w.rank() - 2);
        if (others.rank() > 0 && !others.equals(leading)) {
            throw new ShapeException(where + ": " + x + " and " + w + " do not fit: the leading axes " + leading
                    + " and " + others + " must be equal, or the right has none.");
        }
        View left = matrices(x, leading, leading.size(), xTurned);
        View right = matrices(w, others, leading.size(), wTurned);
        requireMeeting(where, x, left.shape().dim(2), xTurned, w, right.shape().dim(1), wTurned);
        Shape last = Shape.of(left.shape().dim(1), right.shape().dim(2));
        return new Factors(left, right, leading.then(last));
    }

    /** Without leading axes, one matrix serves the whole batch. */
    private static View matrices(Shape shape, Shape leading, int batch, boolean turned) {
        Shape last = shape.part(shape.rank() - 2, shape.rank());
        View view = View.of(Shape.of(leading.size()).then(last));
        View each = leading.rank() == 0 ? view.broadcast(Shape.of(batch).then(last)) : view;
        return turned ? each.permute(0, 2, 1) : each;
    }

    private static void requireMeeting(
            String where, Shape x, int left, boolean xTurned, Shape w, int right, boolean wTurned) {
        if (left != right) {
            throw new ShapeException(
                    where + ": " + x + " and " + w + " do not fit: " + left + (xTurned ? " rows" : " columns")
                            + " of the left meet " + right + (wTurned ? " columns" : " rows") + " of the right.");
        }
    }
}
