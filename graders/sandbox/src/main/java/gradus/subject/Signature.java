package gradus.subject;

import gradus.tensor.Mode;
import gradus.tensor.Reduction;
import gradus.tensor.Shape;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constructors and methods as Java writes them, for messages: {@code forward(Tensor, IntTensor)}. */
final class Signature {
    private Signature() {}

    static Failure missing(Class<?> type, String kind, String expected, String present) {
        return new Failure(
                Failure.Code.MISSING,
                "expected a public %s %s in %s, but %s.".formatted(kind, expected, type.getSimpleName(), present),
                null);
    }

    /** What a call with these arguments asks for. */
    static String of(String name, List<Object> arguments) {
        return written(name, arguments.stream().map(Signature::type));
    }

    /** What there is instead: {@code there is forward(double)}. */
    static String present(List<? extends Executable> candidates) {
        return candidates.isEmpty()
                ? "there is none"
                : candidates.stream().map(Signature::of).sorted().collect(Collectors.joining(" and ", "there is ", ""));
    }

    private static String of(Executable candidate) {
        String name = candidate instanceof Constructor<?>
                ? candidate.getDeclaringClass().getSimpleName()
                : candidate.getName();
        return written(name, Stream.of(candidate.getParameterTypes()).map(Class::getSimpleName));
    }

    private static String written(String name, Stream<String> types) {
        return types.collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** The type that an argument most likely stands for. */
    private static String type(Object argument) {
        if (argument instanceof Long || argument instanceof Integer) {
            return "int";
        }
        if (argument instanceof Double) {
            return "double";
        }
        if (argument instanceof String constant) {
            return declaring(constant);
        }
        return argument instanceof List<?>
                ? Shape.class.getSimpleName()
                : argument.getClass().getSimpleName();
    }

    private static String declaring(String constant) {
        return Stream.of(Reduction.values(), Mode.values())
                .flatMap(Stream::of)
                .filter(known -> known.name().equals(constant))
                .map(known -> known.getDeclaringClass().getSimpleName())
                .findFirst()
                .orElse("enum with " + constant);
    }
}
