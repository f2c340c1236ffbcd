package gradus.sandbox;

import gradus.sandbox.Javac.Message;
import gradus.sandbox.Javac.Parsed;
import gradus.subject.Answer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The process that compiles. Its arguments are the class path of student code. Of the two folders of a submission it reads the one, which holds
 * numbered files, and fills the other: {@code sources} by package and type, {@code classes} by exercise.
 */
public final class CompilerMain {
    /** Names the service. */
    static final String COMPILER = "compiler";

    /** Names the folder of all classes; it is there as soon as a file is arranged. */
    static final String CLASSES = "classes";

    private static final int TEXT = 1000;

    private final Javac javac;

    private CompilerMain(List<File> classpath) throws IOException {
        javac = new Javac(classpath);
    }

    /** Serves the parent on the standard streams. */
    public static void main(String[] arguments) throws IOException {
        CompilerMain compiler =
                new CompilerMain(Stream.of(arguments).map(File::new).toList());
        Service service = new Service(compiler::serve);
        Server.onStandardStreams(type -> service).serve();
    }

    private Answer serve(String method, List<Object> arguments) {
        List<String> texts = arguments.stream().map(String.class::cast).toList();
        try {
            return switch (method) {
                case "parse" -> parse(Path.of(texts.get(0)));
                case "arrange" -> arrange(Path.of(texts.get(0)), Path.of(texts.get(1)), texts.get(2), texts.get(3));
                case "compile" ->
                    compile(Path.of(texts.get(0)), texts.get(1), texts.get(2), texts.subList(3, texts.size()));
                default -> throw new IllegalArgumentException(method);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** file → package, types, and what kept the parser from more. */
    private Answer parse(Path file) throws IOException {
        Parsed parsed = javac.parse(file);
        List<Object> found = List.of(parsed.packageName(), parsed.types());
        return answer(List.of("package", "types"), found, parsed.messages(), file);
    }

    /** file, folder of the submission, package, type: puts the file where the compiler looks for the type. */
    private static Answer arrange(Path file, Path folder, String packageName, String type) throws IOException {
        Path place = sources(folder).resolve(path(packageName + "." + type));
        Files.createDirectories(folder.resolve(CLASSES));
        Files.createDirectories(place.getParent());
        Files.copy(file, place);
        return new Answer(List.of(), List.of(), List.of());
    }

    /** folder of the submission, full name of a file's type, name of the folder for its classes; then each type that it may need, and its file's. */
    private Answer compile(Path folder, String type, String exercise, List<String> declared) throws IOException {
        Path sources = sources(folder);
        Map<String, Path> files = new TreeMap<>();
        for (int i = 0; i < declared.size(); i += 2) {
            files.put(declared.get(i), sources.resolve(path(declared.get(i + 1))));
        }
        Path classes = folder.resolve(CLASSES).resolve(exercise);
        return answer(List.of(), List.of(), javac.compile(sources.resolve(path(type)), files, classes), sources);
    }

    private static Path sources(Path folder) {
        return folder.resolve("sources");
    }

    private static String path(String type) {
        return type.replace('.', '/') + ".java";
    }

    private static Answer answer(List<String> names, List<Object> values, List<Message> messages, Path root) {
        List<Object> columns = List.of(
                messages.stream().map(message -> type(root, message)).toList(),
                messages.stream().map(Message::line).toList(),
                messages.stream().map(Message::column).toList(),
                messages.stream().map(message -> shown(message.text())).toList());
        return new Answer(
                Stream.concat(names.stream(), Stream.of("files", "lines", "columns", "texts"))
                        .toList(),
                Stream.concat(values.stream(), columns.stream()).toList(),
                List.of());
    }

    /** The inverse of {@link #path}. */
    private static String type(Path root, Message message) {
        Path file = message.file();
        return file == null
                ? ""
                : root.relativize(file).toString().replace(".java", "").replace(File.separatorChar, '.');
    }

    private static String shown(String text) {
        return text.length() > TEXT ? text.substring(0, TEXT) + "…" : text;
    }
}
