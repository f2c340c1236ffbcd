package gradus.subject;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a method returned into an answer: nothing, one value, or the components of a record.
 *
 * @param type the student's class
 * @param where the method, as a message begins
 */
record Returned(Class<?> type, String where) {
    Answer answer(Class<?> declared, @Nullable Object returned, List<Integer> changed) {
        if (declared == void.class) {
            return new Answer(List.of(), List.of(), changed);
        }
        if (returned instanceof Record) {
            return components(returned, changed);
        }
        return new Answer(List.of(""), List.of(value(returned)), changed);
    }

    private Answer components(Object returned, List<Integer> changed) {
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : returned.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // the record may be private to its class
            Returned part = new Returned(type, where + ": " + component.getName());
            names.add(component.getName());
            values.add(part.value(Blame.on(type, part.where, () -> accessor.invoke(returned))));
        }
        return new Answer(names, values, changed);
    }

    private Object value(@Nullable Object returned) {
        if (returned instanceof Tensor tensor) {
            return tensor.copy();
        }
        if (returned instanceof Integer || returned instanceof Short || returned instanceof Byte) {
            return ((Number) returned).longValue();
        }
        if (returned instanceof Float single) {
            return single.doubleValue();
        }
        if (returned instanceof List<?> list) {
            List<@Nullable Object> entries = Blame.on(type, where, () -> new ArrayList<@Nullable Object>(list));
            return entries.stream().map(this::value).toList();
        }
        if (returned != null && isPlain(returned)) {
            return returned;
        }
        String actual = returned == null ? "null" : returned.getClass().getSimpleName();
        throw new Failure(
                Failure.Code.WRONG_RETURN,
                where + ": expected a tensor, a number or a record of them but got " + actual + ".",
                null);
    }

    private static boolean isPlain(Object returned) {
        return returned instanceof IntTensor
                || returned instanceof Double
                || returned instanceof Long
                || returned instanceof Boolean
                || returned instanceof String;
    }
}
