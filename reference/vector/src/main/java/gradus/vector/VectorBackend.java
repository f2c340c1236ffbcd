package gradus.vector;

import gradus.tensor.HomeBackend;
import gradus.tensor.Workers;

/** Numbers at home, and loops on the Vector API of the JDK. */
public final class VectorBackend extends HomeBackend {
    VectorBackend(int threads) {
        super(new VectorLoops(), new Workers(threads));
    }
}
