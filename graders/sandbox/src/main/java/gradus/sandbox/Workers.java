package gradus.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The workers of one submission: one after the other, and the same as long as it behaves. For one thread. */
final class Workers implements AutoCloseable {
    private final Launcher launcher;
    private final Path classes;
    private @Nullable Child idle;

    Workers(Launcher launcher, Path classes) {
        this.launcher = launcher;
        this.classes = classes;
    }

    /** Starts a worker without waiting for it. */
    void prepare() {
        if (idle == null) {
            idle = launcher.worker(classes);
        }
    }

    /** An idle worker, or a fresh one. */
    Child hire() {
        Child hired = idle;
        idle = null;
        if (hired != null && hired.isAlive()) {
            return hired;
        }
        if (hired != null) {
            hired.close();
        }
        return launcher.worker(classes);
    }

    void giveBack(Child worker) {
        idle = worker;
    }

    @Override
    public void close() {
        if (idle != null) {
            idle.close();
        }
    }
}
