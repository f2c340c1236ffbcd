package gradus.problems.export;

import java.util.List;

/** The shares of a grade that Moodle knows. */
final class Fractions {
    private static final List<String> KNOWN = List.of(
            "100",
            "90",
            "83.33333",
            "80",
            "75",
            "70",
            "66.66667",
            "60",
            "50",
            "40",
            "33.33333",
            "30",
            "25",
            "20",
            "16.66667",
            "14.28571",
            "12.5",
            "11.11111",
            "10",
            "5",
            "0");

    private Fractions() {}

    /** The largest known share that is not above this one, in percent. */
    static String of(double share) {
        return KNOWN.stream()
                .filter(known -> Double.parseDouble(known) <= 100 * share + 1e-4)
                .findFirst()
                .orElse("0");
    }
}
