package gradus.subject;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * What a method returned.
 *
 * @param names the record's components, {@code ""} for a bare result, nothing for void
 * @param values for each name a {@link Tensor}, an {@link IntTensor}, a Double, a Long, a Boolean, a String or a list of these
 * @param changed the positions of the lent tensors that are no longer what was lent: first come the call's own arguments, from 0, then those
 *     of the latest forward before it, then those of the latest backward before it, as {@link Loans} lists them
 */
public record Answer(List<String> names, List<Object> values, List<Integer> changed) {
    public Answer {
        names = List.copyOf(names);
        values = List.copyOf(values);
        changed = List.copyOf(changed);
    }

    /** Returns the only result. */
    public Tensor tensor() {
        return expect(Tensor.class, "a tensor", only());
    }

    /** Returns the record component of this name. */
    public Tensor tensor(String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw wrong("a record with a component " + name, names.isEmpty() ? "nothing" : "components " + names);
        }
        return expect(Tensor.class, "a tensor " + name, values.get(position));
    }

    /** Returns the only result, a number. */
    public double number() {
        return expect(Number.class, "a number", only()).doubleValue();
    }

    private Object only() {
        if (values.size() != 1) {
            throw wrong("one result", values.isEmpty() ? "nothing" : "components " + names);
        }
        return values.get(0);
    }

    private static <T> T expect(Class<T> type, String expected, Object value) {
        if (!type.isInstance(value)) {
            throw wrong(expected, kind(value));
        }
        return type.cast(value);
    }

    private static Failure wrong(String expected, String actual) {
        return new Failure(
                Failure.Code.WRONG_RETURN, "result: expected " + expected + " but got " + actual + ".", null);
    }

    private static String kind(Object value) {
        if (value instanceof Tensor) {
            return "a tensor";
        }
        if (value instanceof IntTensor) {
            return "a tensor of integers";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        return value instanceof Boolean ? "a boolean" : "a text";
    }
}
