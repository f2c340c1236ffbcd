package gradus.tensor;

import java.util.function.Supplier;

/** Which backend a thread uses. */
final class Selection {
    static final ThreadLocal<Backend> CURRENT = ThreadLocal.withInitial(Backend::plain);

    private Selection() {}

    static <T> T during(Backend backend, Supplier<T> work) {
        Backend before = CURRENT.get();
        CURRENT.set(backend);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
