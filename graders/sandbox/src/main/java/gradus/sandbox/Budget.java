package gradus.sandbox;

import gradus.subject.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is left of an exercise's limits, through all processes that run it one after the other. For several threads. */
final class Budget {
    private final Limits limits;
    private Duration cpu = Duration.ZERO;
    private long waitedNanos;
    private long waitingSince;
    private boolean waiting;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** Begins to wait for an answer. */
    synchronized void begin() {
        waiting = true;
        waitingSince = System.nanoTime();
    }

    synchronized void end() {
        waitedNanos = waited();
        waiting = false;
    }

    synchronized void spend(Duration moreCpu) {
        cpu = cpu.plus(moreCpu);
    }

    /** Returns the failure of an exercise that has used up what it may, else null. */
    synchronized @Nullable Failure exceeded() {
        if (cpu.compareTo(limits.cpu()) > 0) {
            return timeout(limits.cpu(), "processor time. Does a loop never end?");
        }
        return waited() > limits.wall().toNanos()
                ? timeout(limits.wall(), "waiting. Does it wait for something, or does a loop never end?")
                : null;
    }

    private long waited() {
        return waiting ? waitedNanos + System.nanoTime() - waitingSince : waitedNanos;
    }

    private static Failure timeout(Duration limit, String what) {
        return new Failure(
                Failure.Code.TIMEOUT, "expected an answer within " + limit.toMillis() / 1000.0 + " s of " + what, null);
    }
}
