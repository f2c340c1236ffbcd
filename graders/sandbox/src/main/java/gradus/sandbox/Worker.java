package gradus.sandbox;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The process that runs student code. Its argument is a folder of folders of classes, one for each exercise. */
public final class Worker {
    /** Begins the name of every class that a submission may hold. */
    static final String EXERCISES = "gradus.exercises.";

    /** Names the service whose {@code leave} forgets all exercises and tells how many threads they left running. */
    static final String CARETAKER = "caretaker";

    private final Path classes;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Set<Thread> own = Thread.getAllStackTraces().keySet();

    private Worker(Path classes) {
        this.classes = classes;
        subjects.put(
                CARETAKER, new Service((method, arguments) -> new Answer(List.of(""), List.of(leave()), List.of())));
    }

    /** Serves the parent on the standard streams. */
    public static void main(String[] arguments) throws IOException {
        Server.onStandardStreams(new Worker(Path.of(arguments[0]))::subject).serve();
        Runtime.getRuntime().halt(0); // student code may have left hooks
    }

    private long leave() {
        subjects.keySet().removeIf(type -> type.startsWith(EXERCISES));
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !own.contains(thread))
                .count();
    }

    private Subject subject(String type) {
        return subjects.computeIfAbsent(type, this::load);
    }

    private Subject load(String type) {
        if (!type.startsWith(EXERCISES)) {
            throw new Failure(Code.FORBIDDEN, "expected a class of an exercise but got " + type + ".", null);
        }
        try {
            Path folder = classes.resolve(type.substring(EXERCISES.length()));
            return new LocalSubject(Class.forName(type, false, loader(folder)));
        } catch (ClassNotFoundException | LinkageError | MalformedURLException e) {
            throw new Failure(Code.MISSING, "expected a class " + type + " but got " + e + ".", null);
        }
    }

    /** One for each exercise, so that two of them share no static field. It lives as long as the process. */
    private static ClassLoader loader(Path folder) throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Worker.class.getClassLoader());
    }
}
