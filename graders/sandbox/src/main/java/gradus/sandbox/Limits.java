package gradus.sandbox;

import java.time.Duration;

/**
 * What one exercise may use.
 *
 * @param cpu processor time of all its processes and threads together
 * @param wall time that the grader waits for answers
 * @param heapBytes of the Java heap
 * @param outputBytes of what it prints that are kept, half from the beginning and half from the end
 */
public record Limits(Duration cpu, Duration wall, long heapBytes, int outputBytes) {
    private static final int MEBIBYTE = 1 << 20;

    /** 10 s of processor time, 20 s of waiting, 256 MiB of heap, 64 KiB of output. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 256L * MEBIBYTE, 64 << 10);
    }

    /** What the compiler may use for one submission. */
    static Limits compiler() {
        return new Limits(Duration.ofSeconds(20), Duration.ofSeconds(30), 512L * MEBIBYTE, 64 << 10);
    }

    public Limits cpu(Duration most) {
        return new Limits(most, wall, heapBytes, outputBytes);
    }

    public Limits wall(Duration most) {
        return new Limits(cpu, most, heapBytes, outputBytes);
    }
}
