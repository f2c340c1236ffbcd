package gradus.reference.plan;

import gradus.tensor.Backend;
import gradus.tensor.Operand;
import gradus.tensor.Tensor;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts the multiplications of matrix products, on a backend without kernels, so that convolutions are such products, too. */
final class Multiplications {
    private final AtomicLong count = new AtomicLong();

    private Multiplications() {}

    static long of(Supplier<Tensor> work) {
        Multiplications multiplications = new Multiplications();
        Backend.on(multiplications.counting(Backend.current()), work);
        return multiplications.count.get();
    }

    private Backend counting(Backend backend) {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("matmul")) {
                        count((Operand) arguments[0], (Operand) arguments[1]);
                    }
                    return method.invoke(backend, arguments);
                });
    }

    /** (B, N, D) by (B, D, M). */
    private void count(Operand x, Operand w) {
        count.addAndGet((long) x.view().shape().size() * w.view().shape().dim(2));
    }
}
