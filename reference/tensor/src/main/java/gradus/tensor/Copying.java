package gradus.tensor;

import gradus.tensor.Backend.Fold;
import gradus.tensor.Backend.Write;

/** Writes entries of one array into another, where a walk leads: view 0 is the target, view 1 the piece. */
final class Copying {
    private final Loops loops;
    private final Write write;
    private final double[] from;
    private final double[] to;

    Copying(Loops loops, Write write, double[] from, double[] to) {
        this.loops = loops;
        this.write = write;
        this.from = from;
        this.to = to;
    }

    void rows(Walk walk) {
        for (; walk.hasStretch(); walk.nextRows()) {
            int rows = walk.rows();
            int i = walk.at(1);
            int j = walk.at(0);
            for (int r = 0; r < rows; r++, i += walk.rowStep(1), j += walk.rowStep(0)) {
                switch (write) {
                    case PUT -> put(i, walk.step(1), j, walk.step(0), walk.length());
                    case ADD -> add(i, walk.step(1), j, walk.step(0), walk.length());
                }
            }
        }
    }

    private void put(int i, int iStep, int j, int jStep, int n) {
        if (iStep == 1 && jStep == 1) {
            System.arraycopy(from, i, to, j, n);
            return;
        }
        for (int t = 0; t < n; t++) {
            to[j + t * jStep] = from[i + t * iStep];
        }
    }

    private void add(int i, int iStep, int j, int jStep, int n) {
        if (iStep == 1 && jStep == 1) {
            loops.along(Fold.SUM, from, i, to, j, n);
            return;
        }
        for (int t = 0; t < n; t++) {
            to[j + t * jStep] += from[i + t * iStep];
        }
    }
}
