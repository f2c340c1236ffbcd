package gradus.problems;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One evaluation of the numbers of a model: somebody's own values where there are some, computed ones elsewhere. */
final class ScalarRun {
    private final @Nullable Scalar[] scalars;
    private final double[] values;
    private final boolean[] known, own;
    private boolean complete = true;

    ScalarRun(@Nullable Scalar[] scalars) {
        this.scalars = scalars;
        this.values = new double[scalars.length];
        this.known = new boolean[scalars.length];
        this.own = new boolean[scalars.length];
    }

    void put(int place, double value) {
        values[place] = value;
        known[place] = true;
        own[place] = true;
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
        value(of);
        double[] gradients = new double[of + 1];
        Arrays.fill(gradients, Double.NaN);
        gradients[of] = 1;
        for (int place = of; place >= by; place--) {
            if (!Double.isNaN(gradients[place])) {
                double given = ownGradient(of, place);
                gradients[place] = Double.isNaN(given) ? gradients[place] : given;
                back(place, by, gradients);
            }
        }
        return by > of || Double.isNaN(gradients[by]) ? 0 : gradients[by];
    }

    private void back(int place, int by, double[] gradients) {
        Scalar scalar = scalars[place];
        if (place > by && scalar != null) {
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
