package gradus.reference;

import gradus.tensor.Backend;
import gradus.tensor.Operand;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** Counts what some work costs in products of matrices: how many there are, one after another, and how many multiplications in all. */
public final class Multiplications {
    private int products;
    private long all;

    private Multiplications() {}

    /** What the work costs, on a backend that does not know any other way than these products. */
    public static Multiplications of(Supplier<?> work) {
        Multiplications count = new Multiplications();
        Backend.on(count.counting(Backend.plain()), work);
        return count;
    }

    public int products() {
        return products;
    }

    public long all() {
        return all;
    }

    private Backend counting(Backend backend) {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (self, method, arguments) -> {
                    if (method.getName().equals("matmul")) {
                        count((Operand) arguments[0], (Operand) arguments[1]);
                    }
                    return called(backend, method, arguments);
                });
    }

    /** x (B, N, D), w (B, D, M). */
    private void count(Operand x, Operand w) {
        products++;
        all += (long) x.view().shape().size() * w.view().shape().dim(2);
    }

    private static Object called(Backend backend, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(backend, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
