package gradus.tensor;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Makes backends of one kind; the modules that have one name theirs in {@code META-INF/services}. */
public interface BackendProvider {
    /** What {@link Backend#named} calls it. */
    String name();

    /**
     * A backend that works on so many threads.
     *
     * @throws IllegalStateException if it cannot run in this JVM; the message says what it needs
     */
    Backend create(int threads);

    /** All of them, by name. */
    static Map<String, BackendProvider> all() {
        Map<String, BackendProvider> all = new TreeMap<>(Map.of("plain", new Plain()));
        ServiceLoader.load(BackendProvider.class).forEach(provider -> all.put(provider.name(), provider));
        return all;
    }

    /** Plain Java, which is always there. */
    record Plain() implements BackendProvider {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public Backend create(int threads) {
            return Backend.plain(threads);
        }
    }
}
