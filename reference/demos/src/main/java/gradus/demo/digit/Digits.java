package gradus.demo.digit;

import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
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
        Seed hand = seed.named("hand");
        Seed corners = seed.named("corners");
        List<double[]> strokes = Strokes.of(digit).stream()
                .map(stroke -> written(stroke, hand, corners))
                .toList();
        return drawn(strokes, 0.05 + 0.02 * hand.uniform(5), seed.named("noise"));
    }

    /** A stroke as one hand writes it: its corners shaken, then turned, sheared, scaled and shifted like all of the digit. */
    private static double[] written(double[] stroke, Seed hand, Seed corners) {
        double turn = TURN * hand.normal(0);
        double cos = (1 + SCALE * hand.normal(1)) * StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double shear = SHEAR * hand.normal(2);
        double[] written = new double[stroke.length];
        for (int i = 0; i < stroke.length; i += 2) {
            double x = stroke[i] - 0.5 + SHAKE * corners.normal(i);
            double y = stroke[i + 1] - 0.5 + SHAKE * corners.normal(i + 1);
            written[i] = 0.5 + cos * x - (sin + shear) * y + SHIFT * hand.normal(3);
            written[i + 1] = 0.5 + sin * x + cos * y + SHIFT * hand.normal(4);
        }
        return written;
    }

    private static double[] drawn(List<double[]> strokes, double pen, Seed noise) {
        double[] image = new double[PIXELS];
        double pixel = (1 + 2 * MARGIN) / SIZE;
        for (int i = 0; i < PIXELS; i++) {
            int row = i / SIZE;
            double x = (i % SIZE + 0.5) * pixel - MARGIN;
            double y = (row + 0.5) * pixel - MARGIN;
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
