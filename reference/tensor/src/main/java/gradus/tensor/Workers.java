package gradus.tensor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share work: the caller's own, and helpers that end when nobody has asked them for a while and never keep a process alive.
 *
 * <p>A piece belongs to whoever comes first, so a helper that comes late costs nothing but its help. Immutable; for any threads.
 */
public final class Workers {
    /** Less than this, in nanoseconds, is done before a helper has come. */
    private static final double WORTH_SHARING = 35_000;

    private static final int SPINS = 10_000;
    private static final long SHORTLY = 10_000;

    private static final int IDLE_SECONDS = 10;

    private final int threads;
    private final ExecutorService helpers;

    /** @throws IllegalArgumentException without a thread */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Workers: threads: expected at least 1 but got " + threads + ".");
        }
        this.threads = threads;
        this.helpers = helpers(Math.max(1, threads - 1));
    }

    private static ExecutorService helpers(int most) {
        ThreadPoolExecutor helpers =
                new ThreadPoolExecutor(most, most, IDLE_SECONDS, TimeUnit.SECONDS, new WakefulQueue(), Workers::helper);
        helpers.allowCoreThreadTimeOut(true);
        return helpers;
    }

    private static Thread helper(Runnable work) {
        Thread thread = new Thread(work, "gradus-helper");
        thread.setDaemon(true);
        return thread;
    }

    public int threads() {
        return threads;
    }

    /** Into how many pieces to cut work of an estimated time on one thread, and of at most so many pieces. */
    public int pieces(double nanoseconds, int most) {
        return nanoseconds < WORTH_SHARING ? 1 : Math.max(1, Math.min(threads, most));
    }

    /** Does pieces 0 to n - 1 of some work, and returns when all are done. What one of them throws is thrown here. */
    public void share(int n, IntConsumer work) {
        if (n <= 1 || threads == 1) {
            for (int piece = 0; piece < n; piece++) {
                work.accept(piece);
            }
            return;
        }
        Shared shared = new Shared(n, work);
        for (int helper = 1; helper < Math.min(threads, n); helper++) {
            helpers.execute(shared);
        }
        shared.run();
        shared.await();
    }

    /** Work in pieces, of which every thread takes the next until none is left. */
    private static final class Shared implements Runnable {
        private final int pieces;
        private final IntConsumer work;
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        private Shared(int pieces, IntConsumer work) {
            this.pieces = pieces;
            this.work = work;
        }

        @Override
        public void run() {
            for (int piece = begun.getAndIncrement(); piece < pieces; piece = begun.getAndIncrement()) {
                try {
                    work.accept(piece);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        /** Spins for a while: the others are in the midst of their last pieces. */
        private void await() {
            for (int turn = 0; done.get() < pieces; turn++) {
                if (turn < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(SHORTLY);
                }
            }
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
