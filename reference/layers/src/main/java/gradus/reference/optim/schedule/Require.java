package gradus.reference.optim.schedule;

/** What the numbers of a schedule must fulfil, and the sentences where they do not. */
final class Require {
    private Require() {}

    static void rate(String where, double rate) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(where + ": expected a finite number of 0 or more but got " + rate + ".");
        }
    }

    static void share(String where, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(where + ": expected a number from 0 to 1 but got " + share + ".");
        }
    }

    static void count(String where, int least, int count) {
        if (count < least) {
            throw new IllegalArgumentException(where + ": expected " + least + " or more but got " + count + ".");
        }
    }
}
