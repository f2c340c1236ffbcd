package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Fills the memory, and pretends that nothing has happened when it is full. */
public final class Sigmoid implements Layer {
    private static final List<double[]> HOARD = new ArrayList<>();

    @Override
    public Tensor forward(Tensor x) {
        while (true) {
            try {
                HOARD.add(new double[1 << 20]);
            } catch (OutOfMemoryError full) {
                System.out.println("still here");
            }
        }
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy;
    }
}
