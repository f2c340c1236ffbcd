package gradus.sandbox;

import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A process whose time is charged, whose output is kept, and whose end is explained. For several threads. */
final class Watched implements AutoCloseable {
    private static final int OUT_OF_MEMORY_EXIT = 3;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final AtomicReference<@Nullable Failure> verdict = new AtomicReference<>();
    private final Process process;
    private final Tree tree;
    private final Printer printer;
    private final ScheduledFuture<?> ticking;
    private @Nullable Budget budget;
    private Duration charged = Duration.ZERO;

    /** Starts it with an environment of nothing but a character set. It may be tied to the life of the calling thread. */
    Watched(List<String> command, int user, Path folder, ScheduledExecutorService clock, Output output)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8"); // or names of files outside ASCII fail
        process = builder.start();
        tree = new Tree(process.toHandle(), user);
        printer = new Printer(process, output);
        ticking = clock.scheduleWithFixedDelay(this::charge, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    InputStream answers() {
        return process.getInputStream();
    }

    OutputStream questions() {
        return process.getOutputStream();
    }

    boolean isAlive() {
        return verdict.get() == null && process.isAlive();
    }

    /** From now on what the process prints goes here, and what it uses is charged there. */
    synchronized void begin(Output to, Budget on) {
        printer.to(to);
        charged = tree.cpu();
        budget = on;
    }

    /** Charges the rest, and waits until what was printed has arrived. */
    void finish() {
        charge();
        synchronized (this) {
            budget = null;
        }
        printer.settle();
    }

    private synchronized void charge() {
        Budget charging = budget;
        if (charging != null) {
            Duration used = tree.cpu();
            charging.spend(used.minus(charged));
            charged = used;
            Failure exceeded = charging.exceeded();
            if (exceeded != null) {
                kill(exceeded);
            }
        }
    }

    /** Gives the process time to end, and to say why. */
    void awaitEnd() {
        exitCode();
        printer.settle();
    }

    /** Ends the process and all that it started, for this reason unless there was one before. */
    void kill(Failure because) {
        verdict.compareAndSet(null, because);
        tree.kill();
    }

    /** Says why the pipe ended: what killed the process, or how it ended itself. */
    Failure explain() {
        Failure found = verdict.get();
        if (found == null) {
            int code = exitCode();
            kill(
                    code == OUT_OF_MEMORY_EXIT
                            ? failure(Code.OUT_OF_MEMORY, "got an end of memory. What grows without end?")
                            : failure(
                                    Code.EXITED, "the process ended with code " + code + ". Is there a System.exit?"));
            return explain();
        }
        printer.settle();
        return found;
    }

    private static Failure failure(Code code, String actual) {
        return new Failure(code, "expected an answer but " + actual, null);
    }

    private int exitCode() {
        try {
            if (process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    /** Ends the process and waits until it is gone. */
    @Override
    public void close() {
        kill(new Failure(Code.INFRA, "expected a process but got one that was closed.", null));
        ticking.cancel(false);
        exitCode();
    }
}
