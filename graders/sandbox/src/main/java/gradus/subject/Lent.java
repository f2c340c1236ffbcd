package gradus.subject;

import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * One argument; a tensor is lent as a copy, which is looked at again later.
 *
 * @param original what the caller passed
 * @param copy what the method gets
 */
record Lent(Object original, Object copy) {
    static List<Lent> all(Object... arguments) {
        return List.of(arguments).stream().map(Lent::of).toList();
    }

    private static Lent of(Object argument) {
        return new Lent(argument, argument instanceof Tensor tensor ? tensor.copy() : argument);
    }

    /** Whether it is a tensor that is no longer what was lent. */
    boolean hasChanged() {
        return original instanceof Tensor lent
                && copy instanceof Tensor now
                && !Arrays.equals(lent.toArray(), now.toArray());
    }
}
