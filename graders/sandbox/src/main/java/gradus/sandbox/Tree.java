package gradus.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A process and all that it ever started, as far as it was seen. For several threads. */
final class Tree {
    private final ProcessHandle root;
    private final Map<ProcessHandle, Duration> seen = new LinkedHashMap<>();

    Tree(ProcessHandle root) {
        this.root = root;
        seen.put(root, Duration.ZERO);
    }

    /** Looks, and returns the processor time of all together; what a dead process had used when it was last seen still counts. */
    synchronized Duration cpu() {
        look();
        return seen.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private void look() {
        root.descendants().forEach(process -> seen.putIfAbsent(process, Duration.ZERO));
        seen.replaceAll((process, before) -> process.info().totalCpuDuration().orElse(before));
    }

    /** Ends the descendants first, lest they become someone else's; those seen earlier too, who may have become so. */
    synchronized void kill() {
        look();
        seen.keySet().stream().filter(process -> !process.equals(root)).forEach(ProcessHandle::destroyForcibly);
        root.destroyForcibly();
    }
}
