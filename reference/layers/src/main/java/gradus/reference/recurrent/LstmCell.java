package gradus.reference.recurrent;

import gradus.reference.kernel.Kernels;
import gradus.reference.kernel.LstmStates;
import gradus.tensor.Tensor;

/**
 * The part of {@link LstmStep} that works entry by entry, from the sums a (N, 4H) of the gates to the new states and back, by its
 * formulas. All of it is one kernel.
 */
final class LstmCell {
    private final Tensor c; // (N, H)
    private final LstmStates states;

    /** The cell after the step; a (N, 4H), c (N, H). */
    LstmCell(Tensor a, Tensor c) {
        this.c = c;
        states = Kernels.current().lstm(a, c);
    }

    Tensor h() {
        return states.h();
    }

    Tensor cNext() {
        return states.cNext();
    }

    /** Returns da (N, 4H) and dc (N, H). */
    Kernels.LstmGradients backward(Tensor dh, Tensor dcNext) {
        return Kernels.current().lstmBackward(dh, dcNext, c, states);
    }
}
