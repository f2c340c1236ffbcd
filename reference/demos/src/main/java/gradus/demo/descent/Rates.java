package gradus.demo.descent;

import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.tensor.Seed;
import java.awt.geom.Point2D;
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
    private static final double HIGHEST = 1000; // where a diverging curve leaves the picture

    Picture run(Report report) {
        Plot plot = new Plot("Four rates, noisy gradients; A leaves at the top", "step", "f, up to 1000").logarithmic();
        for (Map.Entry<String, Double> rate : RATES.entrySet()) {
            List<Double> values = values(rate.getValue(), setup.seed().named("rates"));
            report.figure("f at the end, noisy, curve " + rate.getKey(), late(means(values)), "%.3g");
            List<Point2D> shown = shown(values);
            plot.line(
                    rate.getKey(),
                    shown.stream().mapToDouble(Point2D::getX).toArray(),
                    shown.stream().mapToDouble(Point2D::getY).toArray());
        }
        return plot.picture("rates", 480, 400);
    }

    /** f at every step. */
    private List<Double> values(double rate, Seed seed) {
        List<Double> values = new ArrayList<>();
        double x = 5;
        for (int i = 0; i < setup.iterations(STEPS); i++) {
            values.add(CURVATURE * x * x / 2);
            x -= rate * (CURVATURE * x + NOISE * seed.normal(i));
            x = Math.min(FAR, Math.max(-FAR, x)); // so that what diverges stays a number
        }
        return values;
    }

    /** The start and means over some steps, so that a curve can be read; what diverges, step by step until it leaves the picture. */
    static List<Point2D> shown(List<Double> values) {
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new Point2D.Double(i, Math.min(HIGHEST, values.get(i))));
            if (values.get(i) >= HIGHEST) {
                return points;
            }
        }
        List<Point2D> smooth = new ArrayList<>(points.subList(0, 1));
        List<Double> means = means(values);
        for (int i = 0; i < means.size(); i++) {
            smooth.add(new Point2D.Double(WINDOW * (i + 0.5), means.get(i)));
        }
        return smooth;
    }

    private static List<Double> means(List<Double> values) {
        return IntStream.range(0, values.size() / WINDOW)
                .mapToObj(i -> values.subList(i * WINDOW, (i + 1) * WINDOW))
                .map(some -> some.stream().mapToDouble(f -> f).sum() / WINDOW)
                .toList();
    }

    private static double late(List<Double> curve) {
        return curve.stream()
                .skip(curve.size() * 3L / 4)
                .mapToDouble(f -> f)
                .average()
                .orElse(Double.NaN);
    }
}
