package gradus.sandbox;

import java.util.List;
import java.util.Optional;

/** Where student code is compiled and run: processes that know nothing worth knowing. Open one for a whole batch; it may be used by several threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class Sandbox implements AutoCloseable {
    private Sandbox() {}

    /**
     * Finds out how this machine can confine a process, by doing it.
     *
     * @param limits of each exercise
     * @throws ConfinementException if confinement is required and impossible
     */
    public static Sandbox open(Confinement mode, Limits limits) {
        throw new UnsupportedOperationException();
    }

    /** {@code bwrap} or {@code process}. */
    public String kind() {
        throw new UnsupportedOperationException();
    }

    /** What a person who trusts the marks must be told, if anything. */
    public Optional<String> warning() {
        throw new UnsupportedOperationException();
    }

    /** Takes one submission in. */
    public Workshop workshop(List<Source> sources) {
        throw new UnsupportedOperationException();
    }

    /** Ends all processes and deletes all folders. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
