package gradus.demo.descent;

import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which rate made which curve: descent on f = 3 x² from 5, the gradient 6 x with noise of deviation 20 as from mini-batches. At 0.4 it
 * diverges (A), at 2e-5 it crawls (B), at 8e-3 it is fast and stays where the noise holds it (C), 3e-4 ends best (D).
 */
record Rates(Setup setup) {
    private static final Map<String, Double> RATES =
            new TreeMap<>(Map.of("A, rate 0.4", 0.4, "B, rate 2e-5", 2e-5, "C, rate 8e-3", 8e-3, "D, rate 3e-4", 3e-4));

    private static final int STEPS = 3000;
    private static final int WINDOW = 50;
    private static final double CURVATURE = 6;
    private static final double NOISE = 20;
    private static final double FAR = 1e6;
    private static final double HIGHEST = 1000; // what a diverging curve is cut at

    Picture run(Report report) {
        Plot plot = new Plot("Four rates, noisy gradients", "step", "f, at most 1000").logarithmic();
        for (Map.Entry<String, Double> rate : RATES.entrySet()) {
            List<Double> curve = curve(rate.getValue(), setup.seed().named("rates"));
            report.figure("f at the end, noisy, curve " + rate.getKey(), late(curve), "%.3g");
            double[] steps = IntStream.range(0, curve.size())
                    .mapToDouble(i -> WINDOW * (i + 0.5))
                    .toArray();
            double[] shown =
                    curve.stream().mapToDouble(f -> Math.min(HIGHEST, f)).toArray();
            plot.line(rate.getKey(), steps, shown);
        }
        return plot.picture("rates", 480, 400);
    }

    /** Means over some steps, so that a curve can be read. */
    private List<Double> curve(double rate, Seed seed) {
        List<Double> means = new ArrayList<>();
        double x = 5;
        double sum = 0;
        for (int i = 0; i < setup.iterations(STEPS); i++) {
            sum += CURVATURE * x * x / 2;
            if (i % WINDOW == WINDOW - 1) {
                means.add(sum / WINDOW);
                sum = 0;
            }
            x -= rate * (CURVATURE * x + NOISE * seed.normal(i));
            x = Math.min(FAR, Math.max(-FAR, x)); // so that what diverges stays a number
        }
        return means;
    }

    private static double late(List<Double> curve) {
        return curve.stream()
                .skip(curve.size() * 3L / 4)
                .mapToDouble(f -> f)
                .average()
                .orElse(Double.NaN);
    }
}
