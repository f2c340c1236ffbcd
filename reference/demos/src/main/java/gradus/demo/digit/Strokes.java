package gradus.demo.digit;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How the digits are written: lines through points (x, y) of the unit square, y downwards. */
final class Strokes {
    /** The lines of 0 to 9, each a list of x, y, x, y, … */
    private static final List<List<double[]>> OF_DIGIT = List.of(
            List.of(oval(0.5, 0.5, 0.28, 0.4)),
            List.of(new double[] {0.35, 0.28, 0.55, 0.1, 0.55, 0.9}),
            List.of(new double[] {0.25, 0.28, 0.4, 0.1, 0.65, 0.12, 0.74, 0.32, 0.25, 0.9, 0.78, 0.9}),
            List.of(new double[] {0.26, 0.12, 0.74, 0.12, 0.45, 0.45, 0.72, 0.62, 0.6, 0.88, 0.25, 0.86}),
            List.of(new double[] {0.6, 0.1, 0.22, 0.64, 0.8, 0.64}, new double[] {0.6, 0.1, 0.6, 0.9}),
            List.of(new double[] {0.74, 0.1, 0.3, 0.1, 0.28, 0.46, 0.6, 0.44, 0.76, 0.66, 0.6, 0.88, 0.25, 0.86}),
            List.of(new double[] {0.66, 0.1, 0.4, 0.34, 0.28, 0.66}, oval(0.5, 0.68, 0.23, 0.22)),
            List.of(new double[] {0.22, 0.1, 0.78, 0.1, 0.42, 0.9}),
            List.of(oval(0.5, 0.29, 0.2, 0.19), oval(0.5, 0.7, 0.25, 0.21)),
            List.of(oval(0.5, 0.32, 0.23, 0.22), new double[] {0.72, 0.34, 0.66, 0.66, 0.44, 0.9}));

    private Strokes() {}

    static List<double[]> of(int digit) {
        return OF_DIGIT.get(digit);
    }

    private static double[] oval(double x, double y, double width, double height) {
        return IntStream.rangeClosed(0, 12)
                .mapToObj(i -> StrictMath.toRadians(360.0 * i / 12))
                .flatMapToDouble(
                        turn -> DoubleStream.of(x + width * StrictMath.sin(turn), y - height * StrictMath.cos(turn)))
                .toArray();
    }
}
