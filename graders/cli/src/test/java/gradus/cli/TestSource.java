package gradus.cli;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The tests of the reference, which this module does not see, from their sources. */
final class TestSource {
    private static final List<String> MODULES = List.of("layers", "demos", "tensor", "vector");
    private static final Set<String> MARKS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");

    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();

    private TestSource() {}

    /** The methods of a class that are run as tests. */
    static Set<String> methods(String type) {
        return READ.computeIfAbsent(type, TestSource::read);
    }

    private static Set<String> read(String type) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file(type)));
            ClassTree parsed =
                    (ClassTree) task.parse().iterator().next().getTypeDecls().get(0);
            return parsed.getMembers().stream()
                    .filter(member -> member instanceof MethodTree method && isTest(method))
                    .map(member -> ((MethodTree) member).getName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String type) {
        return MODULES.stream()
                .map(module -> Project.root()
                        .resolve("reference")
                        .resolve(module)
                        .resolve("src/test/java")
                        .resolve(type.replace('.', '/') + ".java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no test class " + type + "."));
    }

    private static boolean isTest(MethodTree method) {
        Set<String> marks = new HashSet<>();
        for (AnnotationTree mark : method.getModifiers().getAnnotations()) {
            marks.add(mark.getAnnotationType().toString());
        }
        return !marks.contains("Disabled") && marks.stream().anyMatch(MARKS::contains);
    }
}
