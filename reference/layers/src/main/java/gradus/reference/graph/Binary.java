package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Operations y = f(a, b) of two parents. Those that work entry by entry stretch their operands to one shape as
 * {@link Tensor} does; a message is summed back over what was stretched.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions are lambdas without state
enum Binary implements Operation {
    PLUS("+", Tensor::plus, (a, b, y, dy) -> dy, (a, b, y, dy) -> dy),
    MINUS("-", Tensor::minus, (a, b, y, dy) -> dy, (a, b, y, dy) -> dy.negate()),
    TIMES("×", Tensor::times, (a, b, y, dy) -> dy.times(b), (a, b, y, dy) -> dy.times(a)),
    /** a / b, with derivatives 1 / b and -y / b. */
    DIVIDE(
            "/",
            Tensor::divide,
            (a, b, y, dy) -> dy.divide(b),
            (a, b, y, dy) -> dy.times(y).divide(b).negate()),
    /**
     * aᵇ, with derivatives b aᵇ⁻¹ and aᵇ ln a; the latter is NaN for a below 0. Where a is 0 a formula may say 0 · ∞:
     * the first derivative is 0 for b = 0, as a⁰ is 1 throughout, and the second for every b from 0 on.
     */
    POWER(
            "^",
            Tensor::power,
            (a, b, y, dy) -> b.equalTo(0).where(0, dy.times(b).times(a.power(b.minus(1)))),
            (a, b, y, dy) ->
                    a.equalTo(0).times(b.greaterEqual(0)).where(0, dy.times(y).times(a.log()))),
    /** The gradient goes to b where both are equal, so that max(x, 0) is ReLU. */
    MAXIMUM(
            "max",
            Tensor::maximum,
            (a, b, y, dy) -> a.greater(b).where(dy, 0),
            (a, b, y, dy) -> a.greater(b).where(0, dy)),
    /** The gradient goes to b where both are equal. */
    MINIMUM(
            "min",
            Tensor::minimum,
            (a, b, y, dy) -> a.less(b).where(dy, 0),
            (a, b, y, dy) -> a.less(b).where(0, dy)),
    /** x above 0, otherwise slope · x; at 0 the derivative is the slope. */
    LEAKY(
            "leaky",
            (x, slope) -> x.greater(0).where(x, x.times(slope)),
            (x, slope, y, dy) -> x.greater(0).where(dy, dy.times(slope)),
            (x, slope, y, dy) -> x.greater(0).where(0, dy.times(x))),
    /** a b with a (N, D) and b (D, M): (N, M). Messages dy bᵀ and aᵀ dy. */
    MATMUL("@", Tensor::matmul, (a, b, y, dy) -> dy.matmulTransposed(b), (a, b, y, dy) -> a.transposedMatmul(dy));

    private interface Message {
        Tensor to(Tensor a, Tensor b, Tensor y, Tensor dy);
    }

    private final String symbol;
    private final BinaryOperator<Tensor> value;
    private final Message left, right;

    Binary(String symbol, BinaryOperator<Tensor> value, Message left, Message right) {
        this.symbol = symbol;
        this.value = value;
        this.left = left;
        this.right = right;
    }

    @Override
    public Tensor forward(List<Tensor> parents) {
        return value.apply(parents.get(0), parents.get(1));
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        Tensor a = parents.get(0), b = parents.get(1);
        return List.of(
                left.to(a, b, value, upstream).sumTo(a.shape()),
                right.to(a, b, value, upstream).sumTo(b.shape()));
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String written(List<String> parents) {
        return switch (this) {
            case MAXIMUM, MINIMUM, LEAKY -> Operation.super.written(parents);
            default -> parents.get(0) + " " + symbol + " " + parents.get(1);
        };
    }
}
