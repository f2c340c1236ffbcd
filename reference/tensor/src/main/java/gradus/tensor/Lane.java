package gradus.tensor;

import java.util.Arrays;

/** One operand's stretch of a walk, as entries side by side, so that loops over it vectorise; others are brought together first. */
final class Lane {
    private final double[] data;
    private double[] buffer = {};
    private int filledFrom = -1;
    private int filled;
    private double[] array;
    private int at;

    Lane(Storage storage) {
        data = storage.read();
        array = data;
    }

    /** Moves to the stretch where a walk stands with one of its views. */
    void move(Walk walk, int view) {
        boolean sideBySide = walk.step(view) == 1;
        at = sideBySide ? walk.at(view) : 0;
        array = sideBySide ? data : gathered(walk.at(view), walk.step(view), walk.length());
    }

    private double[] gathered(int from, int step, int length) {
        if (step == 0 && filledFrom == from && filled >= length) {
            return buffer;
        }
        buffer = buffer.length < length ? new double[length] : buffer;
        filledFrom = step == 0 ? from : -1;
        filled = length;
        if (step == 0) {
            Arrays.fill(buffer, 0, length, data[from]);
        } else {
            for (int i = 0, j = from; i < length; i++, j += step) {
                buffer[i] = data[j];
            }
        }
        return buffer;
    }

    /** The array in which the entries stand side by side. */
    double[] array() {
        return array;
    }

    /** Where the first of them stands. */
    int at() {
        return at;
    }
}
