package gradus.problems;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One evaluation of the numbers of a model: somebody's own values where there are some, computed ones elsewhere. */
final class ScalarRun {
    private final @Nullable Scalar[] scalars;
    private final double[] values;
    private final boolean[] known, own;
    private final Map<Integer, double[]> backward = new HashMap<>();
    private boolean complete = true, hasGradients;

    ScalarRun(@Nullable Scalar[] scalars) {
        this.scalars = scalars;
        this.values = new double[scalars.length];
        this.known = new boolean[scalars.length];
        this.own = new boolean[scalars.length];
    }

    /** A run over what was put into another one. */
    ScalarRun(@Nullable Scalar[] scalars, ScalarRun given) {
        this.scalars = scalars;
        this.values = given.values.clone();
        this.known = given.own.clone();
        this.own = given.own;
        this.hasGradients = given.hasGradients;
    }

    void put(int place, double value) {
        values[place] = value;
        known[place] = true;
        own[place] = true;
        hasGradients |= scalars[place] instanceof Scalar.Gradient;
    }

    /** Whether everything that was asked for was a number. */
    boolean isComplete() {
        return complete;
    }

    double value(int place) {
        if (!known[place]) {
            Scalar scalar = scalars[place];
            known[place] = true;
            if (scalar == null) {
                complete = false;
            } else {
                values[place] = scalar.value(this);
            }
        }
        return values[place];
    }

    /** The derivative of one quantity by another, through own gradients of the same quantity where there are some. */
    double gradient(int of, int by) {
        double[] gradients = backward.get(of);
        if (gradients == null) {
            value(of);
            gradients = backward(of);
            backward.put(of, gradients);
        }
        return by > of || Double.isNaN(gradients[by]) ? 0 : gradients[by];
    }

    /** The derivatives of a quantity by all before it; NaN for those that it does not rest on. */
    private double[] backward(int of) {
        double[] gradients = new double[of + 1];
        Arrays.fill(gradients, Double.NaN);
        gradients[of] = 1;
        for (int place = of; place >= 0; place--) {
            if (!Double.isNaN(gradients[place])) {
                double given = hasGradients ? ownGradient(of, place) : Double.NaN;
                gradients[place] = Double.isNaN(given) ? gradients[place] : given;
                back(place, gradients);
            }
        }
        return gradients;
    }

    private void back(int place, double[] gradients) {
        Scalar scalar = scalars[place];
        if (scalar != null) {
            scalar.back(this, gradients[place], gradients);
        }
    }

    /** Somebody's own derivative of a quantity by another; NaN if there is none. */
    private double ownGradient(int of, int by) {
        for (int place = 0; place < scalars.length; place++) {
            if (own[place] && scalars[place] instanceof Scalar.Gradient g && g.of() == of && g.by() == by) {
                return values[place];
            }
        }
        return Double.NaN;
    }
}
