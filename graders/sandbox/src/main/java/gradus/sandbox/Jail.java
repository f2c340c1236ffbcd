package gradus.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How this machine confines a process: the commands that stand before its own.
 *
 * <p>Root gives its rights up first ({@code setpriv}), with a user for each process, so that a limit on the number of threads holds. Bubblewrap then
 * shows the process nothing but the JDK, the system's libraries and the folders it is given: no network, no other process. {@code prlimit} bounds
 * threads, open files and the size of a file, and forbids core dumps.
 *
 * @param bwrap null for a plain process
 * @param ownUsers whether each process gets a user of its own
 * @param strict whether the number of threads and the size of the temporary folder are bounded
 * @param warning what a person who trusts the marks must be told
 */
record Jail(
        @Nullable Path bwrap,
        @Nullable Path setpriv,
        @Nullable Path prlimit,
        boolean ownUsers,
        boolean strict,
        Optional<String> warning) {
    /** Stands for the user who runs the grader. */
    static final int SAME_USER = -1;

    private static final int FIRST_USER =
            61_000; // Debian and systemd leave these alone, and containers usually map them
    private static final int USERS = 3_000;
    private static final AtomicInteger LAST_USER =
            new AtomicInteger((int) (ProcessHandle.current().pid() % USERS));
    private static final int THREADS = 128;
    private static final int FILES = 256;
    private static final int FILE_BYTES = 64 << 20;
    private static final int START_SECONDS = 20;

    /**
     * Finds out what works by doing it.
     *
     * @throws ConfinementException if confinement is required and impossible
     */
    static Jail find(Confinement mode, Tools tools) {
        Path bwrap = tools.path("bwrap");
        String complaint = bwrap == null ? "bwrap is not installed" : "bwrap was not asked for";
        if (bwrap != null && mode != Confinement.NONE) {
            for (Jail jail : candidates(bwrap, tools, Optional.empty())) {
                complaint = jail.complaint();
                if (complaint.isEmpty()) {
                    return jail;
                }
            }
        }
        if (mode == Confinement.REQUIRE) {
            throw new ConfinementException("sandbox: expected bwrap to work but got: " + complaint
                    + ". Install bubblewrap, and allow user namespaces.");
        }
        return plain(tools, complaint);
    }

    private static Jail plain(Tools tools, String complaint) {
        Optional<String> warning = Optional.of("sandbox: student code runs in a plain process (" + complaint
                + "). It can read what its user can read: this holds accidents, not malice.");
        return candidates(null, tools, warning).stream()
                .filter(jail -> jail.complaint().isEmpty())
                .findFirst()
                .orElseThrow(() -> new ConfinementException("sandbox: expected a JVM to start but got none."));
    }

    private static List<Jail> candidates(@Nullable Path bwrap, Tools tools, Optional<String> warning) {
        Path setpriv = tools.path("setpriv");
        Path prlimit = tools.path("prlimit");
        boolean ownUsers = setpriv != null && System.getProperty("user.name").equals("root");
        return List.of(
                new Jail(bwrap, setpriv, prlimit, ownUsers, true, warning),
                new Jail(bwrap, setpriv, prlimit, false, false, warning),
                new Jail(bwrap, null, null, false, false, warning));
    }

    /** Says why a JVM does not start here; nothing if it does. */
    private String complaint() {
        Path folder = Folders.temporary();
        try {
            List<String> java = List.of(Jvm.JAVA.toString(), "-Xshare:auto", "-version");
            int user = user();
            Process process = new ProcessBuilder(confine(user, List.of(), List.of(), java))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                new Tree(process.toHandle(), user).kill();
                return "it does not end";
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? "" : ("code " + process.exitValue() + " " + printed).strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "an interruption";
        } finally {
            Folders.delete(folder);
        }
    }

    String kind() {
        return bwrap == null ? "process" : "bwrap";
    }

    /** The user for the next process. */
    int user() {
        return ownUsers ? FIRST_USER + Math.floorMod(LAST_USER.incrementAndGet(), USERS) : SAME_USER;
    }

    /** Where a process may write, if its own folder is this. */
    Path temporary(Path folder) {
        return bwrap == null ? folder : Path.of("/tmp");
    }

    /** Returns the command to start, for a process that sees and writes no more than these folders, as far as this jail holds. */
    List<String> confine(int user, List<Path> readable, List<Path> writable, List<String> command) {
        List<String> confined = new ArrayList<>();
        if (setpriv != null) {
            confined.addAll(List.of(setpriv.toString(), "--pdeathsig", "KILL"));
            if (user != SAME_USER) {
                confined.addAll(List.of("--reuid=" + user, "--regid=" + user, "--clear-groups"));
            }
        }
        if (bwrap != null) {
            confined.addAll(bubblewrap(bwrap, readable, writable));
        }
        if (prlimit != null) {
            confined.addAll(List.of(prlimit.toString(), "--nofile=" + FILES, "--fsize=" + FILE_BYTES, "--core=0"));
            if (strict && (bwrap != null || ownUsers)) {
                confined.add("--nproc=" + THREADS);
            }
            confined.add("--");
        }
        confined.addAll(command);
        return confined;
    }

    private List<String> bubblewrap(Path program, List<Path> readable, List<Path> writable) {
        List<String> words = new ArrayList<>(
                List.of(program.toString(), "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"));
        words.addAll(List.of("--setenv", "LC_ALL", "C.UTF-8", "--cap-drop", "ALL", "--proc", "/proc", "--dev", "/dev"));
        system().forEach(path -> words.addAll(show(path)));
        if (strict) {
            words.addAll(List.of("--size", Integer.toString(FILE_BYTES)));
        }
        words.addAll(List.of("--tmpfs", "/tmp", "--chdir", "/tmp"));
        readable.forEach(path -> words.addAll(bind("--ro-bind", path)));
        writable.forEach(path -> words.addAll(bind("--bind", path)));
        words.add("--");
        return words;
    }

    private Stream<Path> system() {
        Stream<Path> libraries = Stream.of(
                        "/usr/lib", "/usr/lib64", "/usr/lib32", "/lib", "/lib64", "/lib32", "/etc/ld.so.cache")
                .map(Path::of);
        return Stream.of(libraries, Jvm.files(), Stream.ofNullable(prlimit))
                .flatMap(paths -> paths)
                .filter(Files::exists);
    }

    /** On most systems {@code /lib} is a link to {@code /usr/lib}, and stays one. */
    private static List<String> show(Path path) {
        try {
            return Files.isSymbolicLink(path) && path.getNameCount() == 1
                    ? List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString())
                    : bind("--ro-bind", path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> bind(String how, Path path) {
        return List.of(how, path.toString(), path.toString());
    }
}
