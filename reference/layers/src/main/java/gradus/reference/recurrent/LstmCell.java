package gradus.reference.recurrent;

import gradus.reference.kernel.Kernels;
import gradus.reference.kernel.LstmStates;
import gradus.tensor.Tensor;

/**
 * What an LSTM does entry by entry between the sums a (N, 4H) of its gates, blocks in the order i, f, o, g, and its new states:
 * i, f, o = σ(block), g = tanh(block); cNext = f c + i g; h = o tanh(cNext). All of it is one kernel.
 *
 * <p>Backward: dc' = dcNext + dh o (1 - tanh²(cNext)), because h and the next step both read cNext; dc = dc' f;
 * da = (dc' g i (1 - i), dc' c f (1 - f), dh tanh(cNext) o (1 - o), dc' i (1 - g²)).
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
