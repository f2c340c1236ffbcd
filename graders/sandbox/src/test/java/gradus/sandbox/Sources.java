package gradus.sandbox;

import java.util.List;

/** Sources of submissions. */
final class Sources {
    private Sources() {}

    /** A layer whose forward has this body. */
    static Source layer(String name, String forward) {
        return layer(name, forward, "");
    }

    /** A layer whose forward has this body, with more members. */
    static Source layer(String name, String forward, String members) {
        return exercise(name, """
                public final class %s implements Layer {
                    @Override public Tensor forward(Tensor x) {
                        %s
                    }
                    @Override public Tensor backward(Tensor dy) { return dy; }
                    %s
                }
                """.formatted(name, forward, members));
    }

    /** A type in the package of exercises that the tests use. */
    static Source exercise(String name, String type) {
        String head = """
                package gradus.exercises.attack;
                import gradus.tensor.*;
                import java.io.*;
                import java.nio.file.*;
                import java.util.*;
                """;
        return new Source("src/" + name + ".java", head + type);
    }

    /** An honest one. */
    static Source relu() {
        return layer("Relu", "return x.maximum(0);");
    }

    static List<Source> with(Source other) {
        return List.of(relu(), other);
    }
}
