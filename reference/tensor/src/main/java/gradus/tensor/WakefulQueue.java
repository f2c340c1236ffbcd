package gradus.tensor;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work for threads that stay awake for a moment when there is none: in a net the next work comes within microseconds, and to wake a thread
 * that sleeps takes longer than much of it.
 */
final class WakefulQueue extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1;

    private static final int SPINS = 5_000;

    @Override
    public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        for (int turn = 0; turn < SPINS; turn++) {
            Runnable work = poll();
            if (work != null) {
                return work;
            }
            Thread.onSpinWait();
        }
        return super.poll(timeout, unit);
    }
}
