package gradus.problems;

import org.jspecify.annotations.Nullable;

/**
 * An answer with the way to it, {@code 3*3*16 + 16 = 160}.
 *
 * @param value what stands last
 * @param way what the expression before it comes to where that is another value; otherwise null
 * @param column where the sides part, from 1
 */
record Worked(Written value, @Nullable Written way, int column) {
    static Worked plainly(Written value) {
        return new Worked(value, null, 0);
    }

    /** What to say of sides that differ. */
    static String differ(Written a, Written b) {
        return "the two sides differ: " + Figures.of(a.value()) + " and " + Figures.of(b.value());
    }
}
