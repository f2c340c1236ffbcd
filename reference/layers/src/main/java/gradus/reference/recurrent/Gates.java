package gradus.reference.recurrent;

/** Gates side by side, such as the four of an LSTM in one matrix (D, 4H). */
final class Gates {
    private Gates() {}

    /** How wide the gates of H units are together. */
    static int width(String type, int gates, int units) {
        int most = Integer.MAX_VALUE / gates;
        if (units < 0 || units > most) {
            throw new IllegalArgumentException(type + ": units: expected 0 to " + most + " but got " + units + ".");
        }
        return gates * units;
    }
}
