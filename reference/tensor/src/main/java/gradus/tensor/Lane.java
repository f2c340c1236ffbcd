package gradus.tensor;

import java.util.Arrays;

/** A stretch of numbers that stand side by side, so that loops over it vectorise; others are brought together in a buffer first. */
final class Lane {
    /** The most entries of a stretch; three buffers stay in a core's first cache. */
    static final int LENGTH = 1024;

    private final double[] data;
    private double[] buffer = {};
    private double[] array;
    private int at;

    Lane(double[] data) {
        this.data = data;
        this.array = data;
    }

    void move(int from, int step, int length) {
        if (step == 1) {
            array = data;
            at = from;
            return;
        }
        buffer = buffer.length < length ? new double[length] : buffer;
        array = buffer;
        at = 0;
        if (step == 0) {
            Arrays.fill(buffer, 0, length, data[from]);
        } else {
            bringTogether(from, step, length);
        }
    }

    private void bringTogether(int from, int step, int length) {
        for (int i = 0, j = from; i < length; i++, j += step) {
            buffer[i] = data[j];
        }
    }

    double[] array() {
        return array;
    }

    int at() {
        return at;
    }
}
