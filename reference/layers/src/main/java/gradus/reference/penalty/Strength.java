package gradus.reference.penalty;

/** What the strength of a penalty must fulfil. */
final class Strength {
    private Strength() {}

    static double require(String where, double strength) {
        if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(where + ": expected a finite number from 0 but got " + strength + ".");
        }
        return strength;
    }
}
