package gradus.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workers of one submission: one after the other, and the same as long as it behaves. For one thread. */
final class Workers implements AutoCloseable {
    private final Launcher launcher;
    private final Path classes;
    private final List<Child> all = new ArrayList<>();
    private @Nullable Child idle;
    private boolean used;

    Workers(Launcher launcher, Path classes) {
        this.launcher = launcher;
        this.classes = classes;
    }

    /** Starts a worker without waiting for it. */
    void prepare() {
        if (idle == null) {
            idle = start();
        }
    }

    /** An idle worker, or a fresh one. */
    Child hire() {
        Child hired = idle;
        idle = null;
        return hired != null && hired.isAlive() ? hired : start();
    }

    /** Whether nobody has used the worker that is hired next. */
    boolean isFresh() {
        return idle == null || !used || !idle.isAlive();
    }

    /** Ends the idle worker if somebody has used it. */
    void retire() {
        Child present = idle;
        if (present != null && used) {
            present.close();
            idle = null;
        }
    }

    private Child start() {
        used = false;
        Child started = launcher.worker(classes);
        all.add(started);
        return started;
    }

    void giveBack(Child worker) {
        idle = worker;
        used = true;
    }

    @Override
    public void close() {
        all.forEach(Child::close);
    }
}
