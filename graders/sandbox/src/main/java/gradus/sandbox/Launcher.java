package gradus.sandbox;

import gradus.tensor.Tensor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Starts workers and compilers, each in a folder of its own, on copies of the few libraries that they need: the user they run as may not be able to read
 * the originals. For several threads.
 */
final class Launcher implements AutoCloseable {
    private final Jail jail;
    private final Limits limits;
    private final Path root = Folders.temporary();
    private final Path library = Folders.create(root.resolve("library"), Jail.SAME_USER);
    private final List<Path> students =
            List.of(copy(Tensor.class), copy(DMatrixRMaj.class), copy(CommonOps_DDRM.class));
    private final List<Path> own =
            Stream.concat(students.stream(), Stream.of(copy(Worker.class))).toList();
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Child> children = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Launcher::daemon);

    Launcher(Jail jail, Limits limits) {
        this.jail = jail;
        this.limits = limits;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gradus-clock");
        thread.setDaemon(true);
        return thread;
    }

    private Path copy(Class<?> type) {
        try {
            Path from = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path to = library.resolve(type.getSimpleName() + (from.toString().endsWith(".jar") ? ".jar" : ""));
            Folders.copy(from, to);
            return to;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A worker that reads the classes in this folder. */
    Child worker(Path classes) {
        return start(
                jail.user(), List.of(library, classes), List.of(), limits, Worker.class, List.of(classes.toString()));
    }

    /** A compiler that reads one folder and fills the other, as this user. */
    Child compiler(int user, Path in, Path out) {
        List<String> classpath = students.stream().map(Path::toString).toList();
        return start(user, List.of(library, in), List.of(out), Limits.compiler(), CompilerMain.class, classpath);
    }

    private Child start(
            int user, List<Path> readable, List<Path> writable, Limits limits, Class<?> main, List<String> arguments) {
        Path folder = folder("process", user);
        List<String> java = Jvm.command(limits, jail.temporary(folder), own, main, arguments);
        children.removeIf(child -> !child.isAlive());
        Child child = new Child(jail.confine(user, readable, writable, java), user, folder, clock);
        children.add(child);
        return child;
    }

    /** A new folder of this user. */
    Path folder(String name, int user) {
        return Folders.create(root.resolve(name + "-" + count.incrementAndGet()), user);
    }

    /** The user for the next process. */
    int user() {
        return jail.user();
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        clock.shutdownNow();
        Folders.delete(root);
    }
}
