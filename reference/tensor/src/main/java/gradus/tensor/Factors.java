package gradus.tensor;

/** The two sides of a matrix product as views (B, N, D) and (B, D, M), and the shape of the result. */
record Factors(View left, View right, Shape result) {
    static Factors of(String where, Shape x, boolean xTurned, Shape w, boolean wTurned) {
        Shape leading = leading(where, x, w);
        int height = x.dim(xTurned ? -1 : -2);
        // Where the right side is one matrix, the rows of all left ones are rows of one.
        boolean joined = w.rank() == 2 && !xTurned;
        Shape lefts = joined
                ? Shape.of(1, leading.size() * height, x.dim(-1))
                : Shape.of(leading.size(), x.dim(-2), x.dim(-1));
        Shape rights = Shape.of(lefts.dim(0), w.dim(-2), w.dim(-1));
        View right = w.rank() == 2 ? View.of(w).broadcast(rights) : View.of(rights);
        Factors factors = new Factors(
                turned(View.of(lefts), xTurned),
                turned(right, wTurned),
                leading.then(Shape.of(height, w.dim(wTurned ? -2 : -1))));
        factors.requireMeeting(where, x, xTurned, w, wTurned);
        return factors;
    }

    private static Shape leading(String where, Shape x, Shape w) {
        if (x.rank() < 2 || w.rank() < 2) {
            throw new ShapeException(where + ": " + x + " and " + w + " do not fit: both need two axes or more.");
        }
        Shape left = x.part(0, x.rank() - 2);
        Shape right = w.part(0, w.rank() - 2);
        if (right.rank() > 0 && !right.equals(left)) {
            throw new ShapeException(where + ": " + x + " and " + w + " do not fit: the leading axes " + left + " and "
                    + right + " must be equal, or the right has none.");
        }
        return left;
    }

    private static View turned(View matrices, boolean turned) {
        return turned ? matrices.permute(0, 2, 1) : matrices;
    }

    private void requireMeeting(String where, Shape x, boolean xTurned, Shape w, boolean wTurned) {
        int columns = left.shape().dim(2);
        int rows = right.shape().dim(1);
        if (columns != rows) {
            throw new ShapeException(where + ": " + x + " and " + w + " do not fit: " + columns
                    + (xTurned ? " rows" : " columns") + " of the left meet " + rows + (wTurned ? " columns" : " rows")
                    + " of the right.");
        }
    }
}
