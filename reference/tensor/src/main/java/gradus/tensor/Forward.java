package gradus.tensor;

import org.jspecify.annotations.Nullable;

/** Sees to it that a forward has come before a backward. */
public final class Forward {
    private Forward() {}

    /**
     * Passes where there is something that forward kept, best the last thing it keeps.
     *
     * @param where begins the message, such as {@code Affine.backward}
     * @throws IllegalStateException if there is nothing
     */
    public static void first(String where, @Nullable Object kept) {
        if (kept == null) {
            throw new IllegalStateException(where + ": no forward pass yet. Call forward first.");
        }
    }
}
