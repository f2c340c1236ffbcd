package gradus.problems;

import java.util.regex.Pattern;

/** Credits in a file; complaints say where. */
record Credits(String file) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}(\\.\\d{1,6})?");

    double credits(Text text) {
        if (!NUMBER.matcher(text.value()).matches()) {
            throw new ProblemException(file, text, "expected a number but got '" + text.value() + "'");
        }
        double credits = Double.parseDouble(text.value());
        if (credits < 0) {
            throw new ProblemException(file, text, "expected no credits below 0 but got " + text.value());
        }
        return credits;
    }
}
