package gradus.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Collects what a process prints on its error stream. It never blocks on the pipe, which a process that escaped may hold open for ever.
 */
final class Printer implements Runnable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int PATIENCE = 1000;

    private final Process process;
    private final Thread thread = new Thread(this, "gradus-output");
    private volatile Output output;
    private final AtomicLong pauses = new AtomicLong();

    Printer(Process process, Output output) {
        this.process = process;
        this.output = output;
        thread.setDaemon(true);
        thread.start();
    }

    /** Collects there from now on. */
    void to(Output next) {
        output = next;
    }

    @Override
    public void run() {
        byte[] bytes = new byte[1 << 14];
        try (InputStream printed = process.getErrorStream()) {
            boolean alive = true;
            while (alive || printed.available() > 0) {
                alive = process.isAlive();
                collect(printed, bytes);
            }
        } catch (IOException ended) {
            return; // there is nothing more to collect
        }
    }

    private void collect(InputStream printed, byte[] bytes) throws IOException {
        int count = printed.available();
        if (count > 0) {
            output.append(bytes, printed.read(bytes, 0, Math.min(count, bytes.length)));
        } else {
            pauses.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Waits until all that was printed before is collected. */
    void settle() {
        long before = pauses.get();
        try {
            for (int i = 0; i < PATIENCE && thread.isAlive() && pauses.get() < before + 2; i++) {
                LockSupport.unpark(thread);
                TimeUnit.MICROSECONDS.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
