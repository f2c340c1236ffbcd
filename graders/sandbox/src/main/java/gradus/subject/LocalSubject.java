package gradus.subject;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * Finds the constructor and the methods of a class by reflection, and calls them in this process.
 *
 * <p>The signature converts: a Long becomes an int or a {@link gradus.tensor.Seed}, a text an enum constant, a list a
 * {@link gradus.tensor.Shape} or a {@link gradus.tensor.Window}.
 */
public final class LocalSubject implements Subject {
    private final Class<?> type;

    public LocalSubject(Class<?> type) {
        this.type = type;
    }

    @Override
    public Instance create(Object... arguments) {
        requireCreatable();
        List<Constructor<?>> constructors = List.of(type.getConstructors());
        List<Object> lent = Lent.all(arguments).stream().map(Lent::copy).toList();
        Bound<Constructor<?>> bound = Bound.first(constructors, lent);
        if (bound == null) {
            String wanted = Signature.of(type.getSimpleName(), lent);
            throw Signature.missing(type, "constructor", wanted, Signature.present(constructors));
        }
        Object made = Blame.on(
                type,
                "new " + type.getSimpleName(),
                () -> bound.target().newInstance(bound.arguments().toArray()));
        return new LocalInstance(type, made);
    }

    private void requireCreatable() {
        int modifiers = type.getModifiers();
        if (!Modifier.isPublic(modifiers)) {
            throw missing("a public class", "one that is not public");
        }
        if (Modifier.isAbstract(modifiers) || type.isEnum()) {
            throw missing(
                    "a class of which one can create instances",
                    Modifier.toString(modifiers) + " " + type.getSimpleName());
        }
    }

    private Failure missing(String expected, String actual) {
        return new Failure(
                Failure.Code.MISSING,
                type.getSimpleName() + ": expected " + expected + " but got " + actual + ".",
                null);
    }

    @Override
    public void close() {
        // Nothing is held: the class belongs to this process.
    }
}
