package gradus.subject;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Window;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a check passes into what a signature asks for. */
final class Conversion {
    private Conversion() {}

    /** Returns the argument as the wanted type, or null if it does not stand for a value of that type. */
    static @Nullable Object convert(Object argument, Class<?> wanted) {
        Class<?> type = MethodType.methodType(wanted).wrap().returnType();
        if (type.isInstance(argument)) {
            return argument;
        }
        if (argument instanceof Number number) {
            return number(number, type);
        }
        if (argument instanceof String name && type.isEnum()) {
            return constant(name, type);
        }
        return argument instanceof List<?> list ? lengths(list, type) : null;
    }

    private static @Nullable Object number(Number number, Class<?> type) {
        if (type == Double.class) {
            return number.doubleValue();
        }
        boolean whole = number instanceof Long || number instanceof Integer;
        if (!whole) {
            return null;
        }
        if (type == Integer.class) {
            return number.longValue() == number.intValue() ? number.intValue() : null;
        }
        if (type == Long.class) {
            return number.longValue();
        }
        return type == Seed.class ? new Seed(number.longValue()) : null;
    }

    private static @Nullable Object constant(String name, Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object lengths(List<?> list, Class<?> type) {
        if (!list.stream().allMatch(Number.class::isInstance)) {
            return null;
        }
        int[] n = list.stream().mapToInt(length -> ((Number) length).intValue()).toArray();
        if (type == Shape.class) {
            return Shape.of(n);
        }
        return type == Window.class && n.length == 7
                ? new Window(n[0], n[1], n[2], n[3], n[4], n[5] != 0, n[6] != 0)
                : null;
    }
}
