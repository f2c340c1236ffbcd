package gradus.demo.digit;

import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Digits as if written by hand: the strokes of 0 to 9, each corner shaken, the whole turned, sheared, scaled and shifted, drawn with a pen
 * of some width, noise on top. Images (N, 1, 12, 12) from 0 (paper) to 1 (ink); the classes take turns.
 */
final class Digits {
    static final int SIZE = 12;
    static final int PIXELS = SIZE * SIZE;
    static final int CLASSES = 10;

    private static final double SHAKE = 0.03; // deviations of what is drawn by chance
    private static final double TURN = 0.12;
    private static final double SHEAR = 0.15;
    private static final double SCALE = 0.08;
    private static final double SHIFT = 0.04;
    private static final double NOISE = 0.08;
    private static final double MARGIN = 0.08;

    private Digits() {}

    static Samples<IntTensor> of(int number, Seed seed) {
        Tensor images = Tensor.zeros(number, 1, SIZE, SIZE);
        int[] labels = IntStream.range(0, number).map(n -> n % CLASSES).toArray();
        for (int n = 0; n < number; n++) {
            double[] image = image(labels[n], seed.child(n));
            for (int i = 0; i < PIXELS; i++) {
                images.set(n, 0, i / SIZE, i % SIZE, image[i]);
            }
        }
        return Samples.of(images, IntTensor.of(labels));
    }

    /** The same images as rows (N, 144). */
    static Tensor rows(Samples<IntTensor> digits) {
        return digits.x().reshape(digits.size(), PIXELS);
    }

    private static double[] image(int digit, Seed seed) {
        Seed whole = seed.named("whole");
        Seed corners = seed.named("corners");
        double cos = (1 + SCALE * whole.normal(0)) * StrictMath.cos(TURN * whole.normal(1));
        double sin = StrictMath.sin(TURN * whole.normal(1));
        double shear = SHEAR * whole.normal(2);
        double pen = 0.05 + 0.02 * whole.uniform(5);
        List<double[]> strokes = Strokes.of(digit).stream()
                .map(stroke -> IntStream.range(0, stroke.length / 2)
                        .boxed()
                        .flatMapToDouble(i -> {
                            double x = stroke[2 * i] - 0.5 + SHAKE * corners.normal(2 * i);
                            double y = stroke[2 * i + 1] - 0.5 + SHAKE * corners.normal(2 * i + 1);
                            double u = cos * x - sin * y - shear * y + SHIFT * whole.normal(3);
                            double v = sin * x + cos * y + SHIFT * whole.normal(4);
                            return DoubleStream.of(u + 0.5, v + 0.5);
                        })
                        .toArray())
                .toList();
        return drawn(strokes, pen, seed.named("noise"));
    }

    private static double[] drawn(List<double[]> strokes, double pen, Seed noise) {
        double[] image = new double[PIXELS];
        double pixel = (1 + 2 * MARGIN) / SIZE;
        for (int i = 0; i < PIXELS; i++) {
            double x = (i % SIZE + 0.5) * pixel - MARGIN;
            double y = (i / SIZE + 0.5) * pixel - MARGIN;
            double distance =
                    strokes.stream().mapToDouble(s -> distance(s, x, y)).min().orElse(1);
            double ink = 1 - (distance - pen) / pixel; // fades out over one pixel
            image[i] = clipped(clipped(ink) + NOISE * noise.normal(i));
        }
        return image;
    }

    private static double clipped(double ink) {
        return Math.min(1, Math.max(0, ink));
    }

    private static double distance(double[] stroke, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 3 < stroke.length; i += 2) {
            double dx = stroke[i + 2] - stroke[i];
            double dy = stroke[i + 3] - stroke[i + 1];
            double along = ((x - stroke[i]) * dx + (y - stroke[i + 1]) * dy) / (dx * dx + dy * dy);
            double at = clipped(along); // from one end of the line to the other
            double u = stroke[i] + at * dx - x;
            double v = stroke[i + 1] + at * dy - y;
            least = Math.min(least, Math.sqrt(u * u + v * v));
        }
        return least;
    }
}
