package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Where an optimizer goes, step by step. */
final class Walked {
    private Walked() {}

    /** The thetas (K, …) after each of the gradients (K, …), with a rate for each. */
    static Tensor along(Optimizer rule, Tensor start, Tensor gradients, double... rates) {
        List<Tensor> thetas = new ArrayList<>();
        Tensor theta = start;
        for (int k = 0; k < rates.length; k++) {
            theta = rule.step(theta, gradients.select(0, k), rates[k]);
            thetas.add(theta);
        }
        return Tensor.stack(0, thetas);
    }

    /** As many rates, all equal. */
    static double[] steady(double rate, int steps) {
        double[] rates = new double[steps];
        Arrays.fill(rates, rate);
        return rates;
    }

    /** On f(x) = x² from x = 5 with the rate 0.1, the lecture's gradient taken where the rule looks. */
    static Tensor downTheParabola(Optimizer rule, int steps) {
        double[] points = new double[steps];
        Tensor x = Tensor.of(5);
        for (int k = 0; k < steps; k++) {
            x = rule.step(x, rule.lookAhead(x).times(2), 0.1);
            points[k] = x.get(0);
        }
        return Tensor.of(points);
    }

    /** 0 to steps - 1, as a column over tensors of the rank. */
    static Tensor numbers(int steps, int rank) {
        int[] dims = IntStream.rangeClosed(0, rank)
                .map(axis -> axis == 0 ? steps : 1)
                .toArray();
        double[] numbers = IntStream.range(0, steps).asDoubleStream().toArray();
        return Tensor.of(numbers).reshape(dims);
    }
}
