package gradus.reference.pool;

/** How many times larger images become. */
final class Factor {
    private Factor() {}

    static int require(String where, int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException(where + ": expected 1 or more but got " + factor + ".");
        }
        return factor;
    }
}
