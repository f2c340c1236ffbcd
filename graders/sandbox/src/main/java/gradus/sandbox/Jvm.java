package gradus.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of a child: the JVM that runs the grader, held short, and nothing of its own on the standard output. */
final class Jvm {
    private static final Path HOME = home();
    static final Path JAVA = HOME.resolve("bin").resolve("java");
    private static final List<Path> FILES = find();

    private Jvm() {}

    private static Path home() {
        try {
            return Path.of(System.getProperty("java.home")).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param folder for temporary files */
    static List<String> command(
            Limits limits, Path folder, List<Path> classpath, Class<?> main, List<String> arguments) {
        List<String> options = List.of(
                JAVA.toString(),
                "-Xmx" + limits.heapBytes(),
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:+DisableAttachMechanism",
                "-Djava.security.manager=disallow",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage",
                "-Dfile.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + folder,
                tiers(main),
                "-cp",
                classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                main.getName());
        return Stream.concat(options.stream(), arguments.stream()).toList();
    }

    /** A compiler is done before the JVM's second compiler would pay; student code may have a lot to compute. */
    private static String tiers(Class<?> main) {
        return "-XX:TieredStopAtLevel=" + (main == CompilerMain.class ? 1 : 4);
    }

    /** The JDK, and the files elsewhere that its links lead to. */
    static Stream<Path> files() {
        return FILES.stream();
    }

    private static List<Path> find() {
        try (Stream<Path> all = Files.walk(HOME)) {
            List<Path> elsewhere = all.filter(Files::isSymbolicLink)
                    .filter(Files::exists)
                    .map(Jvm::target)
                    .filter(file -> !file.startsWith(HOME))
                    .distinct()
                    .toList();
            return Stream.concat(Stream.of(HOME), elsewhere.stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path target(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
