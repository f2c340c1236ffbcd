package gradus.tensor;

import java.util.List;
import java.util.function.Supplier;

/**
 * Does the work of the algebra. Operations are data, so that a device can build its kernels from a table.
 *
 * <p>Shapes have been checked before a backend is called, and results are new and row-major. A backend accepts any {@link Storage}:
 * {@link #adopt} is asked first, so that a device can take over what it will use again.
 */
public interface Backend {
    /** Functions of one entry; ERF is the error function. */
    enum Unary {
        NEGATE,
        ABS,
        SIGN,
        SQUARE,
        SQRT,
        RECIPROCAL,
        EXP,
        LOG,
        LOG1P,
        TANH,
        ERF,
        SIN,
        COS,
        FLOOR
    }

    /** Functions of two entries; comparisons give 1 or 0. */
    enum Binary {
        PLUS("plus"),
        MINUS("minus"),
        TIMES("times"),
        DIVIDE("divide"),
        POWER("power"),
        MAXIMUM("maximum"),
        MINIMUM("minimum"),
        GREATER("greater"),
        GREATER_EQUAL("greaterEqual"),
        LESS("less"),
        LESS_EQUAL("lessEqual"),
        EQUAL_TO("equalTo");

        private final String method;

        Binary(String method) {
            this.method = method;
        }

        /** The method of {@link Tensor} that does it. */
        String method() {
            return method;
        }
    }

    /** Ways to make one entry of many. */
    enum Fold {
        SUM(0),
        MAX(Double.NEGATIVE_INFINITY),
        MIN(Double.POSITIVE_INFINITY);

        private final double ofNothing;

        Fold(double ofNothing) {
            this.ofNothing = ofNothing;
        }

        /** What no entries at all give. */
        double ofNothing() {
            return ofNothing;
        }
    }

    /** Kinds of random entries: number i of a seed, uniform on [0, 1), normal, or 1 where it is below p. */
    enum Draw {
        UNIFORM,
        NORMAL,
        BERNOULLI
    }

    /** Ways to write into a tensor. */
    enum Write {
        PUT,
        ADD
    }

    /** The storage that a tensor is to have from now on: this one, or one of the backend's own with the same numbers. */
    Storage adopt(Storage storage);

    Storage filled(int length, double value);

    /** The first numbers of a seed; {@code p} concerns {@link Draw#BERNOULLI} alone. */
    Storage random(Draw draw, int length, double p, Seed seed);

    Storage unary(Unary operation, Storage x);

    /** The views have the shape of the result. */
    Storage binary(Binary operation, Operand x, Operand y);

    /** {@code then} where the condition is not 0; the views have the shape of the result. */
    Storage choose(Operand condition, Operand then, Operand otherwise);

    /** Folds the given axes, sorted, counted from 0; the result has the other axes. */
    Storage fold(Fold operation, Storage x, Shape shape, int... axes);

    /** Where the first maximum of the middle axis of x (outer, length, inner) stands; NaN counts as the greatest. */
    int[] argmax(Storage x, int outer, int length, int inner);

    /** Products of matrices: x (B, N, D) and w (B, D, M) give (B, N, M). */
    Storage matmul(Operand x, Operand w);

    /** What a view shows, row-major. */
    Storage gather(Operand x);

    /** Writes what one view shows to where another, of the same shape, points. */
    void scatter(Write write, Operand target, Operand piece);

    /** Rows of x (R, width), by number. */
    Storage take(Storage x, int width, int[] rows);

    /** Adds row i of {@code piece} to row {@code rows[i]} of {@code target}, (R, width); a row may come up several times. */
    void addTake(Storage target, int width, int[] rows, Storage piece);

    /** Plain Java, on one thread. */
    static Backend plain() {
        return HomeBackend.PLAIN;
    }

    /** Plain Java, on so many threads. */
    static Backend plain(int threads) {
        return threads == 1 ? plain() : new HomeBackend(Loops.plain(), new Workers(threads));
    }

    /** The names of the backends that there are: {@code plain}, and those of the modules on the class path. */
    static List<String> names() {
        return List.copyOf(BackendProvider.all().keySet());
    }

    /**
     * The backend of a name, on so many threads.
     *
     * @throws IllegalArgumentException if no module has it
     * @throws IllegalStateException if it cannot run in this JVM; the message says what it needs
     */
    static Backend named(String name, int threads) {
        BackendProvider provider = BackendProvider.all().get(name);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "Backend.named: expected one of " + names() + " but got \"" + name + "\".");
        }
        return provider.create(threads);
    }

    /** The backend of this thread: the plain one, unless {@link #on} is running. */
    static Backend current() {
        return Selection.CURRENT.get();
    }

    /** Does some work with the operations of a backend, on this thread. */
    static <T> T on(Backend backend, Supplier<T> work) {
        return Selection.during(backend, work);
    }
}
