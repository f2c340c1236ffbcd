package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Starts threads that never end. */
public final class Softmax implements Layer {
    @Override
    public Tensor forward(Tensor x) {
        Thread[] crowd = new Thread[8];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] = new Thread(() -> {
                System.out.println("more and more and more");
                while (true) {
                    Thread.onSpinWait();
                }
            });
            crowd[i].start();
        }
        for (Thread one : crowd) {
            try {
                one.join();
            } catch (InterruptedException e) {
                System.out.println("not impressed");
            }
        }
        return x;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy;
    }
}
