package gradus.reference.optim;

/** What the numbers that steer an optimizer must fulfil, and the sentences where they do not. */
final class Require {
    private Require() {}

    /** A share of the past that is kept. */
    static void share(String where, double number) {
        if (!(number >= 0 && number < 1)) {
            throw new IllegalArgumentException(where + ": expected a number from 0 to below 1 but got " + number + ".");
        }
    }

    static void atLeastZero(String where, double number) {
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    where + ": expected a finite number of 0 or more but got " + number + ".");
        }
    }

    static void positive(String where, double number) {
        if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(where + ": expected a finite number above 0 but got " + number + ".");
        }
    }
}
