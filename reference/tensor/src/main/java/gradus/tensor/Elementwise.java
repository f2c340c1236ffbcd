package gradus.tensor;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Unary;

/** The part of {@link Tensor} that works entry by entry; two operands stretch to one shape. */
abstract sealed class Elementwise permits Tensor {
    abstract Tensor apply(Unary operation);

    abstract Tensor apply(Binary operation, Tensor other);

    /** The scalar as a tensor of shape (). */
    private static Tensor scalar(double value) {
        return Tensor.full(Shape.of(), value);
    }

    public Tensor plus(Tensor other) {
        return apply(Binary.PLUS, other);
    }

    public Tensor plus(double other) {
        return plus(scalar(other));
    }

    public Tensor minus(Tensor other) {
        return apply(Binary.MINUS, other);
    }

    public Tensor minus(double other) {
        return minus(scalar(other));
    }

    public Tensor times(Tensor other) {
        return apply(Binary.TIMES, other);
    }

    public Tensor times(double other) {
        return times(scalar(other));
    }

    public Tensor divide(Tensor other) {
        return apply(Binary.DIVIDE, other);
    }

    public Tensor divide(double other) {
        return divide(scalar(other));
    }

    public Tensor power(Tensor exponent) {
        return apply(Binary.POWER, exponent);
    }

    public Tensor power(double exponent) {
        return power(scalar(exponent));
    }

    /** The greater of two entries; NaN if one is NaN. */
    public Tensor maximum(Tensor other) {
        return apply(Binary.MAXIMUM, other);
    }

    public Tensor maximum(double other) {
        return maximum(scalar(other));
    }

    /** The smaller of two entries; NaN if one is NaN. */
    public Tensor minimum(Tensor other) {
        return apply(Binary.MINIMUM, other);
    }

    public Tensor minimum(double other) {
        return minimum(scalar(other));
    }

    /** 1 where this is greater, else 0. */
    public Tensor greater(Tensor other) {
        return apply(Binary.GREATER, other);
    }

    public Tensor greater(double other) {
        return greater(scalar(other));
    }

    public Tensor greaterEqual(Tensor other) {
        return apply(Binary.GREATER_EQUAL, other);
    }

    public Tensor greaterEqual(double other) {
        return greaterEqual(scalar(other));
    }

    public Tensor less(Tensor other) {
        return apply(Binary.LESS, other);
    }

    public Tensor less(double other) {
        return less(scalar(other));
    }

    public Tensor lessEqual(Tensor other) {
        return apply(Binary.LESS_EQUAL, other);
    }

    public Tensor lessEqual(double other) {
        return lessEqual(scalar(other));
    }

    /** 1 where the entries are equal, else 0; NaN equals nothing. */
    public Tensor equalTo(Tensor other) {
        return apply(Binary.EQUAL_TO, other);
    }

    public Tensor equalTo(double other) {
        return equalTo(scalar(other));
    }

    public Tensor negate() {
        return apply(Unary.NEGATE);
    }

    public Tensor abs() {
        return apply(Unary.ABS);
    }

    /** -1, 0 or 1. */
    public Tensor sign() {
        return apply(Unary.SIGN);
    }

    public Tensor square() {
        return apply(Unary.SQUARE);
    }

    public Tensor sqrt() {
        return apply(Unary.SQRT);
    }

    /** 1 / x. */
    public Tensor reciprocal() {
        return apply(Unary.RECIPROCAL);
    }

    public Tensor exp() {
        return apply(Unary.EXP);
    }

    /** The natural logarithm. */
    public Tensor log() {
        return apply(Unary.LOG);
    }

    /** log(1 + x), exact near 0. */
    public Tensor log1p() {
        return apply(Unary.LOG1P);
    }

    public Tensor tanh() {
        return apply(Unary.TANH);
    }

    /** 2/√π ∫₀ˣ exp(-t²) dt. */
    public Tensor erf() {
        return apply(Unary.ERF);
    }

    public Tensor sin() {
        return apply(Unary.SIN);
    }

    public Tensor cos() {
        return apply(Unary.COS);
    }

    /** The greatest whole number that is not above x. */
    public Tensor floor() {
        return apply(Unary.FLOOR);
    }

    /** 1 - x. */
    public Tensor oneMinus() {
        return scalar(1).minus((Tensor) this);
    }

    /** x, but not below {@code low} nor above {@code high}. */
    public Tensor clip(double low, double high) {
        return maximum(low).minimum(high);
    }
}
