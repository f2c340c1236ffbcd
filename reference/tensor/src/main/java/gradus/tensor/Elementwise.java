package gradus.tensor;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Unary;

/** The operations of {@link Tensor} that work entry by entry; two operands stretch to one shape. */
public sealed interface Elementwise permits Tensor {
    private Tensor apply(Unary operation) {
        return ((Tensor) this).unary(operation);
    }

    private Tensor apply(Binary operation, Tensor other) {
        return ((Tensor) this).binary(operation, other);
    }

    private static Tensor scalar(double value) {
        return Tensor.full(Shape.of(), value);
    }

    default Tensor plus(Tensor other) {
        return apply(Binary.PLUS, other);
    }

    default Tensor plus(double other) {
        return plus(scalar(other));
    }

    default Tensor minus(Tensor other) {
        return apply(Binary.MINUS, other);
    }

    default Tensor minus(double other) {
        return minus(scalar(other));
    }

    default Tensor times(Tensor other) {
        return apply(Binary.TIMES, other);
    }

    default Tensor times(double other) {
        return times(scalar(other));
    }

    default Tensor divide(Tensor other) {
        return apply(Binary.DIVIDE, other);
    }

    default Tensor divide(double other) {
        return divide(scalar(other));
    }

    default Tensor power(Tensor exponent) {
        return apply(Binary.POWER, exponent);
    }

    default Tensor power(double exponent) {
        return power(scalar(exponent));
    }

    /** The greater of two entries; NaN if one is NaN. */
    default Tensor maximum(Tensor other) {
        return apply(Binary.MAXIMUM, other);
    }

    default Tensor maximum(double other) {
        return maximum(scalar(other));
    }

    /** The smaller of two entries; NaN if one is NaN. */
    default Tensor minimum(Tensor other) {
        return apply(Binary.MINIMUM, other);
    }

    default Tensor minimum(double other) {
        return minimum(scalar(other));
    }

    /** 1 where this is greater, else 0. */
    default Tensor greater(Tensor other) {
        return apply(Binary.GREATER, other);
    }

    default Tensor greater(double other) {
        return greater(scalar(other));
    }

    default Tensor greaterEqual(Tensor other) {
        return apply(Binary.GREATER_EQUAL, other);
    }

    default Tensor greaterEqual(double other) {
        return greaterEqual(scalar(other));
    }

    default Tensor less(Tensor other) {
        return apply(Binary.LESS, other);
    }

    default Tensor less(double other) {
        return less(scalar(other));
    }

    default Tensor lessEqual(Tensor other) {
        return apply(Binary.LESS_EQUAL, other);
    }

    default Tensor lessEqual(double other) {
        return lessEqual(scalar(other));
    }

    /** 1 where the entries are equal, else 0; NaN equals nothing. */
    default Tensor equalTo(Tensor other) {
        return apply(Binary.EQUAL_TO, other);
    }

    default Tensor equalTo(double other) {
        return equalTo(scalar(other));
    }

    default Tensor negate() {
        return apply(Unary.NEGATE);
    }

    default Tensor abs() {
        return apply(Unary.ABS);
    }

    /** -1, 0 or 1. */
    default Tensor sign() {
        return apply(Unary.SIGN);
    }

    default Tensor square() {
        return apply(Unary.SQUARE);
    }

    default Tensor sqrt() {
        return apply(Unary.SQRT);
    }

    /** 1 / x. */
    default Tensor reciprocal() {
        return apply(Unary.RECIPROCAL);
    }

    default Tensor exp() {
        return apply(Unary.EXP);
    }

    /** The natural logarithm. */
    default Tensor log() {
        return apply(Unary.LOG);
    }

    /** log(1 + x), exact near 0. */
    default Tensor log1p() {
        return apply(Unary.LOG1P);
    }

    default Tensor tanh() {
        return apply(Unary.TANH);
    }

    /** 2/√π ∫₀ˣ exp(-t²) dt. */
    default Tensor erf() {
        return apply(Unary.ERF);
    }

    default Tensor sin() {
        return apply(Unary.SIN);
    }

    default Tensor cos() {
        return apply(Unary.COS);
    }

    /** The greatest whole number that is not above x. */
    default Tensor floor() {
        return apply(Unary.FLOOR);
    }

    /** 1 - x. */
    default Tensor oneMinus() {
        return scalar(1).minus((Tensor) this);
    }

    /** x, but not below {@code low} nor above {@code high}. */
    default Tensor clip(double low, double high) {
        return maximum(low).minimum(high);
    }
}
