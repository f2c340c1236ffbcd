package gradus.reference.train.diagnosis;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/**
 * Units that never answer: of a ReLU whose output is 0 for every sample, no gradient passes, so that it stays dead. A
 * large rate or a large negative bias brings it about.
 *
 * <p>Also units that are saturated: |y| at least a bound for every sample, such as 0.99 for a tanh.
 *
 * <p>Source: lecture 7.
 *
 * @param dead 1 for each dead unit, else 0; the shape of one sample
 */
public record DeadUnits(Tensor dead) {
    /**
     * The units that are 0 for all samples.
     *
     * @param y what the units answered to as many different samples as there are, (N, …), N of 1 or more
     */
    public static DeadUnits of(Tensor y) {
        return new DeadUnits(samples("DeadUnits.of: y", y).equalTo(0).min(0));
    }

    /** The units whose magnitude is at least {@code bound} for all samples, y (N, …). */
    public static DeadUnits saturated(Tensor y, double bound) {
        return new DeadUnits(
                samples("DeadUnits.saturated: y", y).abs().greaterEqual(bound).min(0));
    }

    private static Tensor samples(String where, Tensor y) {
        if (y.rank() == 0 || y.dim(0) == 0) {
            throw new ShapeException(where + ": expected at least one sample but got " + y.shape() + ".");
        }
        return y;
    }

    /** The share of the units that are dead, from 0 to 1. */
    public double share() {
        return dead.mean();
    }

    /** How many units are dead. */
    public int count() {
        return (int) dead.sum();
    }

    /** Of channels (C, H, W), those that are dead at every pixel, (C). */
    public DeadUnits channels() {
        dead.require("DeadUnits.channels", Shape.ANY, Shape.ANY, Shape.ANY);
        return new DeadUnits(dead.min(1, 2));
    }
}
