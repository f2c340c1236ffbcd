package gradus.subject;

import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constructor or method with the arguments that its signature asked for. */
record Bound<E extends Executable>(E target, List<Object> arguments) {
    /** Returns the first candidate that takes these arguments, or null. */
    static <E extends Executable> @Nullable Bound<E> first(List<E> candidates, List<Object> arguments) {
        for (E candidate : candidates) {
            List<Object> converted = convert(candidate.getParameterTypes(), arguments);
            if (converted != null) {
                candidate.setAccessible(true); // a public method may stand in a nested class that is not public
                return new Bound<>(candidate, converted);
            }
        }
        return null;
    }

    private static @Nullable List<Object> convert(Class<?>[] wanted, List<Object> given) {
        if (wanted.length != given.size()) {
            return null;
        }
        List<Object> converted = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            Object value = Conversion.convert(given.get(i), wanted[i]);
            if (value == null) {
                return null;
            }
            converted.add(value);
        }
        return converted;
    }
}
