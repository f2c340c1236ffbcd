package gradus.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning and the end of what a process printed. For several threads. */
final class Output {
    private final byte[] head;
    private final byte[] tail;
    private long total;

    /** @param bytes to keep, half of them from the end */
    Output(int bytes) {
        head = new byte[bytes / 2];
        tail = new byte[bytes - bytes / 2];
    }

    synchronized void append(byte[] bytes, int count) {
        for (int i = 0; i < count; i++, total++) {
            if (total < head.length) {
                head[(int) total] = bytes[i];
            } else {
                tail[(int) ((total - head.length) % tail.length)] = bytes[i];
            }
        }
    }

    synchronized String text() {
        String beginning = text(head, 0, (int) Math.min(total, head.length));
        long more = total - head.length;
        if (more <= tail.length) {
            return more <= 0 ? beginning : beginning + text(tail, 0, (int) more);
        }
        int oldest = (int) (more % tail.length);
        byte[] end = Arrays.copyOf(Arrays.copyOfRange(tail, oldest, tail.length), tail.length);
        System.arraycopy(tail, 0, end, tail.length - oldest, oldest);
        return beginning + "\n… " + (more - tail.length) + " bytes left out …\n" + text(end, 0, end.length);
    }

    private static String text(byte[] bytes, int from, int count) {
        return new String(bytes, from, count, StandardCharsets.UTF_8);
    }
}
