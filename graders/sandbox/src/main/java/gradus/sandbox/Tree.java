package gradus.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process and all that it ever started: as far as it was seen, or all that its user runs if it has a user of its own, for then nothing can escape by
 * losing its parents. For several threads.
 */
final class Tree {
    private static final int MANY = 10_000;

    private final ProcessHandle root;
    private final int user;
    private final Map<ProcessHandle, Duration> seen = new LinkedHashMap<>();

    /** @param user of its own, or {@link Jail#SAME_USER} */
    Tree(ProcessHandle root, int user) {
        this.root = root;
        this.user = user;
        seen.put(root, Duration.ZERO);
    }

    /** Looks, and returns the processor time of all together; what a dead process had used when it was last seen still counts. */
    synchronized Duration cpu() {
        look();
        return seen.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private void look() {
        Stream<ProcessHandle> family = root.descendants();
        Stream<ProcessHandle> household = user == Jail.SAME_USER
                ? Stream.empty()
                : ProcessHandle.allProcesses().filter(this::isOwn);
        Stream.concat(family, household).forEach(process -> seen.putIfAbsent(process, Duration.ZERO));
        seen.replaceAll((process, before) -> process.info().totalCpuDuration().orElse(before));
    }

    private boolean isOwn(ProcessHandle process) {
        try {
            return Files.getAttribute(Path.of("/proc", Long.toString(process.pid())), "unix:uid")
                    .equals(user);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Ends the descendants first, lest they become someone else's, and as long as there are new ones; those seen earlier too, who may have become so. */
    synchronized void kill() {
        int known;
        do {
            known = seen.size();
            look();
            seen.keySet().stream().filter(process -> !process.equals(root)).forEach(ProcessHandle::destroyForcibly);
        } while (seen.size() > known && seen.size() < MANY);
        root.destroyForcibly();
    }
}
