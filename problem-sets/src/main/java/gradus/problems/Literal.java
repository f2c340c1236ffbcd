package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Values as formulas and as answers. */
final class Literal {
    private Literal() {}

    /** The formula that is this value. */
    static Expression of(Tensor value) {
        if (value.rank() == 0) {
            return Expression.Numeral.of(value.sum());
        }
        return new Expression.Sequence(
                IntStream.range(0, value.dim(0))
                        .mapToObj(i -> of(value.select(0, i)))
                        .toList(),
                0);
    }

    /** The answer that stands for exactly this value. */
    static Written exact(Tensor value) {
        return new Written(
                value.shape(),
                Arrays.stream(value.toArray()).mapToObj(Entry::exact).toList());
    }

    /** The shape of n pieces of one shape laid beside each other: (n, …). */
    static Shape stacked(int n, Shape piece) {
        int[] dims = new int[piece.rank() + 1];
        dims[0] = n;
        System.arraycopy(piece.toArray(), 0, dims, 1, piece.rank());
        return Shape.of(dims);
    }
}
