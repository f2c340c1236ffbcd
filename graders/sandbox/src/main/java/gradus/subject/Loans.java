package gradus.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an object was lent, in the order in which {@link Answer#changed} counts it: the arguments of the present call, then those of the latest
 * forward before it, then those of the latest backward before it. Both ends of a call count alike. Mutable, for one thread.
 *
 * @param <T> what stands for an argument: itself, or its name
 */
public final class Loans<T> {
    private final Map<String, List<T>> latest = new LinkedHashMap<>();

    public Loans() {
        latest.put("forward", List.of());
        latest.put("backward", List.of());
    }

    /** Begins a call, and returns all that it must not write to; {@code own} comes first. */
    public List<T> call(String method, List<? extends T> own) {
        List<T> all = new ArrayList<>(own);
        latest.values().forEach(all::addAll);
        latest.replace(method, List.copyOf(own));
        return all;
    }
}
