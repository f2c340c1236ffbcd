package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Operations y = f(x) of one parent; each gives f and the message dx = f'(x) dy. Entry by entry but for the last three. */
@SuppressWarnings("ImmutableEnumChecker") // its functions are lambdas without state
enum Unary implements Operation {
    NEGATE("-", Tensor::negate, (x, y, dy) -> dy.negate()),
    /** 1 / x, with derivative -y². */
    RECIPROCAL("1/", Tensor::reciprocal, (x, y, dy) -> dy.times(y.square()).negate()),
    SQUARE("²", Tensor::square, (x, y, dy) -> dy.times(x).times(2)),
    /** √x, with derivative 1 / (2 y). */
    SQRT("√", Tensor::sqrt, (x, y, dy) -> dy.divide(y.times(2))),
    EXP("exp", Tensor::exp, (x, y, dy) -> dy.times(y)),
    /** Natural. */
    LOG("log", Tensor::log, (x, y, dy) -> dy.divide(x)),
    SIN("sin", Tensor::sin, (x, y, dy) -> dy.times(x.cos())),
    COS("cos", Tensor::cos, (x, y, dy) -> dy.times(x.sin()).negate()),
    /** With derivative 0 at 0. */
    ABS("abs", Tensor::abs, (x, y, dy) -> dy.times(x.sign())),
    /** Constant between its steps: no gradient passes. */
    FLOOR("floor", Tensor::floor, (x, y, dy) -> Tensor.zeros(x.shape())),
    /** max(0, x), with derivative 0 at 0. */
    RELU("relu", x -> x.maximum(0), (x, y, dy) -> x.greater(0).where(dy, 0)),
    /** 1 / (1 + e⁻ˣ), with derivative y (1 - y). */
    SIGMOID(
            "σ",
            x -> x.negate().exp().plus(1).reciprocal(),
            (x, y, dy) -> dy.times(y).times(y.oneMinus())),
    /** With derivative 1 - y². */
    TANH("tanh", Tensor::tanh, (x, y, dy) -> dy.times(y.square().oneMinus())),
    /** The same value and gradient under another name. */
    SAME("=", Tensor::copy, (x, y, dy) -> dy),
    /** Passes the value on and the gradient not: what comes before counts as constant. */
    DETACH("detach", Tensor::copy, (x, y, dy) -> Tensor.zeros(x.shape())),
    /** All entries added up, (…) to (). */
    SUM("sum", x -> Node.scalar(x.sum()), (x, y, dy) -> dy.broadcastTo(x.shape())),
    /** The mean of all entries, (…) to (). */
    MEAN("mean", x -> Node.scalar(x.mean()), (x, y, dy) -> dy.divide(x.size()).broadcastTo(x.shape())),
    /** Swaps the last two axes, (N, D) to (D, N). */
    TRANSPOSE("ᵀ", Tensor::transpose, (x, y, dy) -> dy.transpose());

    private interface Message {
        Tensor to(Tensor x, Tensor y, Tensor dy);
    }

    private final String symbol;
    private final UnaryOperator<Tensor> value;
    private final Message message;

    Unary(String symbol, UnaryOperator<Tensor> value, Message message) {
        this.symbol = symbol;
        this.value = value;
        this.message = message;
    }

    @Override
    public Tensor forward(List<Tensor> parents) {
        return value.apply(parents.get(0));
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        return List.of(message.to(parents.get(0), value, upstream));
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String written(List<String> parents) {
        String x = parents.get(0);
        return switch (this) {
            case SQUARE, TRANSPOSE -> x + symbol;
            case NEGATE, RECIPROCAL -> symbol + x;
            case SAME -> x;
            default -> Operation.super.written(parents);
        };
    }
}
