package gradus;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Exercise;
import gradus.checks.catalogue.Exercises;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The trees of skeletons and of solutions are twins: names, signatures, parameter names. */
class ConventionsTest {

    static List<Exercise> exercises() {
        return Exercises.all();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void a_skeleton_and_its_reference_have_the_same_face(Exercise exercise) throws ClassNotFoundException {
        Class<?> skeleton = Class.forName("gradus.exercises." + exercise.type());
        Class<?> reference = Class.forName("gradus.reference." + exercise.type());

        assertThat(face(reference)).containsAll(face(skeleton));
        assertThat(face(skeleton)).containsAll(required(reference));
    }

    /** The face without what an interface answers already. */
    private static List<String> required(Class<?> type) {
        return face(
                type,
                method -> Stream.of(type.getInterfaces())
                        .flatMap(parent -> Stream.of(parent.getMethods()))
                        .noneMatch(answered ->
                                answered.isDefault() && answered.getName().equals(method.getName())));
    }

    @Test
    void a_face_has_constructors_methods_records_and_interfaces_with_all_names() {
        assertThat(face(Sample.class))
                .containsExactlyInAnyOrder(
                        "public static final class Sample implements java.util.function.Supplier<java.lang.String>",
                        "Sample(int count)",
                        "java.lang.String get()",
                        "java.util.List<java.lang.Double> scale(double factor)",
                        "public static final record Sample.Pair(int left, java.util.List<java.lang.String> right)");
    }

    /** Something with one of each. */
    public static final class Sample implements java.util.function.Supplier<String> {

        /** Two things. */
        public record Pair(int left, List<String> right) {}

        private final int count;

        public Sample(int count) {
            this.count = count;
        }

        @Override
        public String get() {
            return String.valueOf(count);
        }

        public List<Double> scale(double factor) {
            return List.of(factor * count);
        }
    }

    /** Everything that others can see of a class, as text. */
    private static List<String> face(Class<?> type) {
        return face(type, method -> true);
    }

    private static List<String> face(Class<?> type, Predicate<Method> wanted) {
        List<String> face = new ArrayList<>();
        face.add(head(type));
        for (Constructor<?> constructor : type.getConstructors()) {
            face.add(type.getSimpleName() + parameters(constructor));
        }
        Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(wanted)
                .forEach(method -> face.add(method(method)));
        Stream.of(type.getDeclaredClasses())
                .filter(inner -> Modifier.isPublic(inner.getModifiers()))
                .forEach(inner -> face.add(record(type, inner)));
        return face;
    }

    private static String head(Class<?> type) {
        String interfaces = Stream.of(type.getGenericInterfaces())
                .map(Object::toString)
                .map(name -> name.replaceFirst("^interface ", ""))
                .collect(Collectors.joining(", "));
        return Modifier.toString(type.getModifiers()) + " class " + type.getSimpleName() + " implements " + interfaces;
    }

    private static String method(Method method) {
        return method.getGenericReturnType().getTypeName() + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        assertThat(Arrays.stream(executable.getParameters()).allMatch(Parameter::isNamePresent))
                .as("parameter names of " + executable)
                .isTrue();
        return Stream.of(executable.getParameters())
                .map(parameter -> parameter.getParameterizedType().getTypeName() + " " + parameter.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String record(Class<?> outer, Class<?> inner) {
        RecordComponent[] components = inner.isRecord() ? inner.getRecordComponents() : new RecordComponent[0];
        return Stream.of(components)
                .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
                .collect(Collectors.joining(
                        ", ",
                        Modifier.toString(inner.getModifiers()) + " record " + outer.getSimpleName() + "."
                                + inner.getSimpleName() + "(",
                        ")"));
    }
}
