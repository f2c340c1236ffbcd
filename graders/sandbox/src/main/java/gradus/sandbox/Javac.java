package gradus.sandbox;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The JDK's compiler for Java 17, annotation processors off. */
final class Javac {
    /** A compiler's sentence and where it applies; line and column from 1, or -1; the file is null if there is none. */
    record Message(@Nullable Path file, long line, long column, String text) {}

    /** What a file declares; a public type comes first. */
    record Parsed(String packageName, List<String> types, List<Message> messages) {}

    private static final List<String> OPTIONS =
            List.of("-proc:none", "--release", "17", "-parameters", "-g", "-nowarn", "-Xlint:none", "-implicit:class");

    private static final int MESSAGES = 20;

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files;
    private final Declarations declarations;

    Javac(List<File> classpath) throws IOException {
        files = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        files.setLocation(StandardLocation.CLASS_PATH, classpath);
        files.setLocation(StandardLocation.SOURCE_PATH, List.of());
        declarations = new Declarations(files);
    }

    /** Reads as much of the file as the parser understands. */
    Parsed parse(Path file) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        CompilationUnitTree unit;
        try {
            unit = task(found, List.of("-proc:none"), file).parse().iterator().next();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof StackOverflowError) {
                return new Parsed("", List.of(), List.of(tooDeep(file)));
            }
            throw e;
        }
        String packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return new Parsed(packageName, types(unit), messages(found));
    }

    private static List<String> types(CompilationUnitTree unit) {
        List<String> types = new ArrayList<>();
        for (var tree : unit.getTypeDecls()) {
            if (tree instanceof ClassTree type) {
                boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
                types.add(isPublic ? 0 : types.size(), type.getSimpleName().toString());
            }
        }
        return types;
    }

    /**
     * Compiles one file, and what it needs of the other sources, into a folder; well if there are no messages.
     *
     * @param sources the file of each type that it may need, by the type's full name
     */
    List<Message> compile(Path file, Map<String, Path> sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        declarations.set(sources);
        files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        boolean well = task(found, OPTIONS, file).call();
        List<Message> messages = messages(found);
        return well || !messages.isEmpty() ? messages : List.of(tooDeep(file));
    }

    /** What the compiler dies of where it gives no reason. */
    private static Message tooDeep(Path file) {
        return new Message(file, -1, -1, "an expression here is nested too deeply for the compiler.");
    }

    private JavacTask task(DiagnosticCollector<JavaFileObject> found, List<String> options, Path file) {
        return (JavacTask) javac.getTask(null, declarations, found, options, null, files.getJavaFileObjects(file));
    }

    private static List<Message> messages(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(MESSAGES)
                .map(Javac::message)
                .toList();
    }

    private static Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
        Path file = diagnostic.getSource() == null
                ? null
                : Path.of(diagnostic.getSource().toUri());
        return new Message(
                file, diagnostic.getLineNumber(), diagnostic.getColumnNumber(), diagnostic.getMessage(Locale.ENGLISH));
    }
}
