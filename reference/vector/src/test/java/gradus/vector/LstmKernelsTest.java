package gradus.vector;

import static gradus.vector.Agreement.requireClose;
import static gradus.vector.Agreement.requireCloseFunctions;

import gradus.reference.kernel.Kernels;
import gradus.reference.kernel.Kernels.LstmGradients;
import gradus.reference.kernel.LstmStates;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step of an LSTM, against the kernel composed from the algebra. */
class LstmKernelsTest {
    private static Tensor draw(long seed, int... dims) {
        return Tensor.normal(Shape.of(dims), new Seed(seed)).times(2);
    }

    /** Fewer units than a vector has lanes, as many, not a multiple, and enough work to be shared. */
    @ParameterizedTest
    @CsvSource({"0, 9", "1, 1", "3, 7", "3, 8", "2, 9", "5, 16", "1, 23", "67, 1031"})
    void a_step_agrees(int rows, int units) {
        Tensor a = draw(1, rows, 4 * units);
        Tensor c = draw(2, rows, units);
        LstmStates states = Kernels.current().lstm(a, c);
        Tensor size = c.abs().plus(1);

        requireCloseFunctions(
                () -> Kernels.current().lstm(a, c).gates().all(), states.gates().all(), Tensor.ones(rows, 4 * units));
        requireCloseFunctions(() -> Kernels.current().lstm(a, c).cNext(), states.cNext(), size);
        requireCloseFunctions(() -> Kernels.current().lstm(a, c).u(), states.u(), size);
        requireCloseFunctions(() -> Kernels.current().lstm(a, c).h(), states.h(), size);

        Tensor dh = draw(3, rows, units);
        Tensor dcNext = draw(4, rows, units);
        LstmGradients d = Kernels.current().lstmBackward(dh, dcNext, c, states);
        Tensor sum = dh.abs().plus(dcNext.abs()).times(size);

        requireClose(
                () -> Kernels.current().lstmBackward(dh, dcNext, c, states).da(),
                d.da(),
                Tensor.concat(1, sum, sum, sum, sum));
        requireClose(() -> Kernels.current().lstmBackward(dh, dcNext, c, states).dc(), d.dc(), sum);
    }

    @ParameterizedTest
    @CsvSource({"1000", "-1000"})
    void saturated_gates_agree(double far) {
        Tensor a = Tensor.full(Shape.of(2, 32), far);
        Tensor c = draw(2, 2, 8);

        requireCloseFunctions(
                () -> Kernels.current().lstm(a, c).h(),
                Kernels.current().lstm(a, c).h(),
                Tensor.ones(2, 8));
    }
}
