package gradus.sandbox;

import gradus.subject.Answer;
import gradus.subject.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources of one submission and what the compiler says about them. Of each file it sees a numbered copy; it arranges the accepted ones by package and
 * type, so that files may be called and lie as they like. For one thread.
 */
final class Compilations implements AutoCloseable {
    private final List<Source> sources;
    private final Compiler compiler;
    private final Path in;
    private final Path out;
    /** The arranged files, by package and first type. */
    private final Map<String, Declaration> arranged = new TreeMap<>();

    private @Nullable List<Declaration> index;

    /** @param name of the submission's folders, unique */
    Compilations(List<Source> sources, Compiler compiler, String name) {
        this.sources = List.copyOf(sources);
        this.compiler = compiler;
        in = Folders.create(compiler.in().resolve(name), Jail.SAME_USER);
        out = compiler.out().resolve(name);
        compiler.attend(new Budget(Limits.compiler()));
    }

    /** Where the classes are, a folder for each exercise. */
    Path classes() {
        return out.resolve(CompilerMain.CLASSES);
    }

    /** What the files declare, in their order. */
    List<Declaration> index() {
        List<Declaration> known = index;
        if (known == null) {
            known = IntStream.range(0, sources.size()).mapToObj(this::parsed).toList();
            index = known;
            arrange(known);
        }
        return known;
    }

    private Declaration parsed(int number) {
        String path = sources.get(number).path();
        try {
            Answer answer = compiler.call("parse", write(number).toString());
            String packageName = (String) column(answer, "package");
            List<String> types = strings(answer, "types");
            boolean accepted = (packageName + ".").startsWith(Worker.EXERCISES);
            return new Declaration(path, packageName, types, accepted, problems(answer, file -> path));
        } catch (Failure failure) {
            return new Declaration(path, "", List.of(), false, List.of(new Problem(path, 0, 0, gaveUp(failure))));
        }
    }

    private Path write(int number) {
        try {
            return Files.write(
                    in.resolve(number + ".java"), sources.get(number).text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Arranges the accepted files whose types nobody else declares; which of two would be meant is not for us to say. */
    private void arrange(List<Declaration> all) {
        for (int number = 0; number < all.size(); number++) {
            Declaration file = all.get(number);
            if (file.accepted() && !file.types().isEmpty() && twice(file).isEmpty()) {
                arrange(number, file);
            }
        }
    }

    private void arrange(int number, Declaration file) {
        String type = file.types().get(0);
        try {
            compiler.call("arrange", in.resolve(number + ".java").toString(), out.toString(), file.packageName(), type);
            arranged.put(file.packageName() + "." + type, file);
        } catch (Failure unarranged) {
            return; // its name may be too long for a file; compiling says so
        }
    }

    private static Stream<String> names(Declaration file) {
        return file.types().stream().map(type -> file.packageName() + "." + type);
    }

    /** The simple names of the file's types that another file declares too. */
    private List<String> twice(Declaration file) {
        return file.types().stream()
                .filter(type -> declaring(file.packageName() + "." + type).size() > 1)
                .toList();
    }

    /** The accepted files that declare a type of this full name. */
    List<Declaration> declaring(String name) {
        return index().stream()
                .filter(Declaration::accepted)
                .filter(file -> names(file).anyMatch(name::equals))
                .toList();
    }

    /** Compiles a type of this full name into a folder for the exercise. */
    Compilation compile(String name, String exercise) {
        List<Declaration> files = declaring(name);
        if (files.size() != 1) {
            return new Compilation(
                    notOne(name, files.stream().map(Declaration::path).toList()));
        }
        Declaration file = files.get(0);
        List<String> twice = twice(file);
        return twice.isEmpty() ? compile(file, exercise) : failed(file, ambiguous(file.packageName(), twice.get(0)));
    }

    private Compilation compile(Declaration file, String exercise) {
        String main = file.packageName() + "." + file.types().get(0);
        if (!arranged.containsKey(main)) {
            return failed(file, "expected a file that can be arranged by its types but got " + file.types() + ".");
        }
        try {
            Stream<String> where = Stream.of(out.toString(), main, exercise);
            Answer answer =
                    compiler.call("compile", Stream.concat(where, declared()).toArray(String[]::new));
            List<Problem> problems =
                    problems(answer, type -> arranged.getOrDefault(type, file).path());
            return new Compilation(problems.stream().map(this::explained).toList());
        } catch (Failure failure) {
            return failed(file, gaveUp(failure));
        }
    }

    /** Each type that can be found, and after it the first one of its file. */
    private Stream<String> declared() {
        return arranged.entrySet().stream()
                .flatMap(file -> names(file.getValue()).flatMap(name -> Stream.of(name, file.getKey())));
    }

    /** Where a type is not found because it is there twice, says so. */
    private Problem explained(Problem problem) {
        return index().stream()
                .filter(Declaration::accepted)
                .flatMap(file -> twice(file).stream()
                        .filter(type -> problem.message().matches("(?s)cannot find symbol.*\\b" + type + "\\b.*"))
                        .map(type -> ambiguous(file.packageName(), type)))
                .findFirst()
                .map(sentence -> new Problem(problem.path(), problem.line(), problem.column(), sentence))
                .orElse(problem);
    }

    private String ambiguous(String packageName, String type) {
        String paths = declaring(packageName + "." + type).stream()
                .map(Declaration::path)
                .collect(Collectors.joining(" and in "));
        return type + " is declared in " + paths + "; give one another name.";
    }

    private static List<Problem> notOne(String name, List<String> paths) {
        if (paths.isEmpty()) {
            return List.of(new Problem("", 0, 0, "expected a class " + name + " but got none."));
        }
        String message =
                "expected one class " + name + " but got " + paths.size() + ": " + String.join(", ", paths) + ".";
        return paths.stream().map(path -> new Problem(path, 0, 0, message)).toList();
    }

    private static Compilation failed(Declaration file, String message) {
        return new Compilation(List.of(new Problem(file.path(), 0, 0, message)));
    }

    /** What a student is told when the compiler died of the submission; when it cannot live at all, nobody is. */
    private static String gaveUp(Failure failure) {
        if (failure.code() == Failure.Code.INFRA) {
            throw failure;
        }
        return "the compiler gave up: " + failure.getMessage();
    }

    private static List<Problem> problems(Answer answer, UnaryOperator<String> path) {
        List<String> files = strings(answer, "files");
        List<?> lines = (List<?>) column(answer, "lines");
        List<?> columns = (List<?>) column(answer, "columns");
        List<String> texts = strings(answer, "texts");
        return IntStream.range(0, files.size())
                .mapToObj(i ->
                        new Problem(path.apply(files.get(i)), place(lines.get(i)), place(columns.get(i)), texts.get(i)))
                .toList();
    }

    private static long place(Object number) {
        return Math.max(0, (Long) number);
    }

    private static List<String> strings(Answer answer, String name) {
        return ((List<?>) column(answer, name)).stream().map(String.class::cast).toList();
    }

    private static Object column(Answer answer, String name) {
        return answer.values().get(answer.names().indexOf(name));
    }

    @Override
    public void close() {
        Folders.delete(in);
        Folders.delete(out);
    }
}
