package gradus.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Where student code is compiled and run: processes that know nothing worth knowing. One serves a whole batch, and several threads. */
public final class Sandbox implements AutoCloseable {
    private final Jail jail;
    private final Limits limits;
    private final Launcher launcher;
    private final AtomicInteger submissions = new AtomicInteger();
    private final Queue<Compiler> compilers = new ConcurrentLinkedQueue<>();
    private final Thread hook = new Thread(this::end, "gradus-end");

    private Sandbox(Jail jail, Limits limits) {
        this.jail = jail;
        this.limits = limits;
        launcher = new Launcher(jail, limits);
        compilers.add(new Compiler(launcher)); // warms up while the caller prepares the first submission
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Finds out how this machine can confine a process, by doing it.
     *
     * @param limits of each exercise
     * @throws ConfinementException if confinement is required and impossible
     */
    public static Sandbox open(Confinement mode, Limits limits) {
        return new Sandbox(Jail.find(mode, Tools.installed()), limits);
    }

    /** {@code bwrap} or {@code process}. */
    public String kind() {
        return jail.kind();
    }

    /** What a person who trusts the marks must be told, if anything. */
    public Optional<String> warning() {
        return jail.warning();
    }

    /** Takes one submission in. */
    public Workshop workshop(List<Source> sources) {
        Compiler idle = compilers.poll();
        Compiler compiler = idle == null ? new Compiler(launcher) : idle;
        Compilations compilations = new Compilations(sources, compiler, "submission-" + submissions.incrementAndGet());
        Workers workers = new Workers(launcher, compilations.classes());
        return new Workshop(compilations, workers, limits, () -> compilers.add(compiler));
    }

    /** Ends all processes and deletes all folders. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook runs already
        }
    }

    private void end() {
        launcher.close();
    }
}
