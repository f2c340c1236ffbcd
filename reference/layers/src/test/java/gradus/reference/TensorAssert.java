package gradus.reference;

import gradus.tensor.Tensor;
import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about a tensor's shape and entries; a NaN is close to nothing. */
public final class TensorAssert extends AbstractAssert<TensorAssert, Tensor> {
    private TensorAssert(@Nullable Tensor actual) {
        super(actual, TensorAssert.class);
    }

    public static TensorAssert assertThat(@Nullable Tensor actual) {
        return new TensorAssert(actual);
    }

    /** The same shape, and every entry within {@code tolerance} times the largest magnitude that is expected. */
    public TensorAssert isCloseTo(Tensor expected, double tolerance) {
        double[] entries = expected.toArray();
        double largest = Arrays.stream(entries).map(Math::abs).max().orElse(0);
        return isWithin(expected, tolerance * largest);
    }

    /** The same shape, and every entry within {@code tolerance}. */
    public TensorAssert isWithin(Tensor expected, double tolerance) {
        hasShape(expected);
        double[] wanted = expected.toArray();
        double[] got = actual.toArray();
        for (int i = 0; i < wanted.length; i++) {
            if (!(Math.abs(got[i] - wanted[i]) <= tolerance)) {
                failWithMessage("entry %s: expected %s but got %s (tolerance %s)", i, wanted[i], got[i], tolerance);
            }
        }
        return this;
    }

    /** The same shape and equal entries; 0 and -0 are equal. */
    public TensorAssert hasEntriesOf(Tensor expected) {
        return isWithin(expected, 0);
    }

    private void hasShape(Tensor expected) {
        isNotNull();
        if (!actual.shape().equals(expected.shape())) {
            failWithMessage("expected a tensor of shape %s but got %s", expected.shape(), actual.shape());
        }
    }
}
