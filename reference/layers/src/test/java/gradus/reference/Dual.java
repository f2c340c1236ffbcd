package gradus.reference;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A tensor and its derivative along one direction: arithmetic on such pairs differentiates forward, exactly and without a step. A second
 * opinion on every backward: c · tangent(y) = dx · tangent(x).
 */
public record Dual(Tensor value, Tensor tangent) {
    public static Dual constant(Tensor value) {
        return new Dual(value, Tensor.zeros(value.shape()));
    }

    public Dual plus(Dual other) {
        return new Dual(value.plus(other.value), tangent.plus(other.tangent));
    }

    public Dual plus(double other) {
        return new Dual(value.plus(other), tangent);
    }

    public Dual minus(Dual other) {
        return plus(other.negate());
    }

    public Dual negate() {
        return new Dual(value.negate(), tangent.negate());
    }

    public Dual times(Dual other) {
        return new Dual(value.times(other.value), tangent.times(other.value).plus(value.times(other.tangent)));
    }

    public Dual times(double other) {
        return new Dual(value.times(other), tangent.times(other));
    }

    public Dual divide(Dual other) {
        return times(other.reciprocal());
    }

    public Dual reciprocal() {
        Tensor y = value.reciprocal();
        return new Dual(y, tangent.times(y.square()).negate());
    }

    public Dual square() {
        return times(this);
    }

    public Dual sqrt() {
        Tensor y = value.sqrt();
        return new Dual(y, tangent.divide(y.times(2)));
    }

    public Dual exp() {
        Tensor y = value.exp();
        return new Dual(y, tangent.times(y));
    }

    /** The error function, with the slope 2 exp(-x²) / √π. */
    public Dual erf() {
        return new Dual(
                value.erf(), tangent.times(value.square().negate().exp()).times(2 / Math.sqrt(Math.PI)));
    }

    public Dual log() {
        return new Dual(value.log(), tangent.divide(value));
    }

    public Dual tanh() {
        Tensor y = value.tanh();
        return new Dual(y, tangent.times(y.square().oneMinus()));
    }

    /** 1 / (1 + e⁻ˣ), with the slope e⁻ˣ / (1 + e⁻ˣ)², which is even; no exponential overflows. */
    public Dual sigmoid() {
        Tensor e = value.abs().negate().exp();
        Tensor y = value.less(0).where(e, 1).divide(e.plus(1));
        return new Dual(y, tangent.times(e).divide(e.plus(1).square()));
    }

    public Dual matmul(Dual other) {
        return new Dual(value.matmul(other.value), tangent.matmul(other.value).plus(value.matmul(other.tangent)));
    }

    public Dual transpose() {
        return new Dual(value.transpose(), tangent.transpose());
    }

    public Dual sumKeep(int... axes) {
        return new Dual(value.sumKeep(axes), tangent.sumKeep(axes));
    }

    public Dual meanKeep(int... axes) {
        return new Dual(value.meanKeep(axes), tangent.meanKeep(axes));
    }

    public Dual reshape(int... dims) {
        return new Dual(value.reshape(dims), tangent.reshape(dims));
    }

    public Dual permute(int... order) {
        return new Dual(value.permute(order), tangent.permute(order));
    }

    public Dual slice(int axis, int from, int to) {
        return new Dual(value.slice(axis, from, to), tangent.slice(axis, from, to));
    }

    public Dual select(int axis, int i) {
        return new Dual(value.select(axis, i), tangent.select(axis, i));
    }

    /** What is above 0, with no slope at the kink. */
    public Dual positive() {
        return where(value.greater(0), 0);
    }

    /** With no slope at the kink. */
    public Dual abs() {
        return times(constant(value.sign()));
    }

    /** The first where the mask is 1, the second where it is 0. */
    public static Dual choose(Tensor mask, Dual first, Dual second) {
        return new Dual(mask.where(first.value, second.value), mask.where(first.tangent, second.tangent));
    }

    public static Dual concat(int axis, List<Dual> pieces) {
        return new Dual(
                Tensor.concat(axis, pieces.stream().map(Dual::value).toList()),
                Tensor.concat(axis, pieces.stream().map(Dual::tangent).toList()));
    }

    /** A linear map, which takes the tangent where it takes the value. */
    public Dual linear(UnaryOperator<Tensor> map) {
        return new Dual(map.apply(value), map.apply(tangent));
    }

    /** This where the mask is 1, the other value, a constant, where it is 0. */
    public Dual where(Tensor mask, double otherwise) {
        return new Dual(mask.where(value, otherwise), mask.where(tangent, 0));
    }

    public Shape shape() {
        return value.shape();
    }
}
