package gradus.checks.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.gradient.Judgement.Decision;
import gradus.tensor.Seed;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GradientCheckerTest {
    private static final Seed SEED = new Seed(7);
    private static final int SEEDS = 100;

    private static final class Function implements Differentiable {
        private final double[] point;
        private final UnaryOperator<double[]> forward;
        private final BiFunction<double[], double[], double[]> backward;

        Function(double[] point, UnaryOperator<double[]> forward, BiFunction<double[], double[], double[]> backward) {
            this.point = point;
            this.forward = forward;
            this.backward = backward;
        }

        @Override
        public double[] point() {
            return point;
        }

        @Override
        public double[] value(double[] x) {
            return forward.apply(x);
        }

        @Override
        public double[] pullback(double[] x, double[] c) {
            return backward.apply(x, c);
        }
    }

    @Test
    void a_right_gradient_passes() {
        assertThat(decide(sines(normal(11)), SEED)).isEqualTo(Decision.PASS);
    }

    @Test
    void one_entry_that_is_one_percent_off_fails() {
        Function right = sines(normal(1000));
        Function wrong = claiming(right, (x, g) -> {
            g[500] *= 1.01;
            return g;
        });

        assertThat(decide(wrong, SEED)).isEqualTo(Decision.FAIL);
    }

    @Test
    void a_sign_a_factor_and_a_forgotten_chain_rule_fail() {
        Function right = sines(normal(11));

        assertThat(decide(claiming(right, (x, g) -> scaled(g, -1)), SEED)).isEqualTo(Decision.FAIL);
        assertThat(decide(claiming(right, (x, g) -> scaled(g, 1.0 / 11)), SEED)).isEqualTo(Decision.FAIL);
        assertThat(decide(new Function(right.point, right.forward, (x, c) -> c.clone()), SEED))
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void an_upstream_gradient_that_is_ignored_or_clipped_fails() {
        Function right = sines(normal(11));
        Function ignoring = new Function(right.point, right.forward, (x, c) -> right.pullback(x, ones(c.length)));
        Function clipping =
                new Function(right.point, right.forward, (x, c) -> right.pullback(x, map(c, v -> Math.max(v, 0))));

        assertThat(decide(ignoring, SEED)).isEqualTo(Decision.FAIL);
        assertThat(decide(clipping, SEED)).isEqualTo(Decision.FAIL);
    }

    @Test
    void a_gradient_of_zeros_passes_only_where_the_function_is_constant() {
        Function constant = new Function(normal(5), x -> new double[] {3, 4}, (x, c) -> new double[x.length]);
        Function zeros = claiming(sines(normal(5)), (x, g) -> scaled(g, 0));

        assertThat(decide(constant, SEED)).isEqualTo(Decision.PASS);
        assertThat(decide(zeros, SEED)).isEqualTo(Decision.FAIL);
    }

    @Test
    void nan_never_passes() {
        Function right = sines(normal(5));
        Function nanGradient = claiming(right, (x, g) -> {
            g[2] = Double.NaN;
            return g;
        });
        Function nanForward = new Function(right.point, x -> map(x, v -> Double.NaN), right.backward);

        assertThat(decide(nanGradient, SEED)).isEqualTo(Decision.FAIL);
        assertThat(decide(nanForward, SEED)).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void a_gradient_of_another_length_fails() {
        Function shorter = claiming(sines(normal(5)), (x, g) -> Arrays.copyOf(g, 4));

        assertThat(decide(shorter, SEED)).isEqualTo(Decision.FAIL);
    }

    @Test
    void a_relu_mask_that_is_never_closed_fails() {
        Function open = new Function(normal(35), GradientCheckerTest::relu, (x, c) -> c.clone());

        assertThat(decide(open, SEED)).isEqualTo(Decision.FAIL);
    }

    private interface Family {
        Function draw(Seed seed);
    }

    /** Fixed before the first run of this checker. */
    private static final Map<String, Family> ORDINARY = Map.of(
            "smooth", seed -> sines(normals(11, 1, seed)),
            "large", seed -> sines(normals(7, 30, seed)),
            "tiny", seed -> sines(normals(7, 1e-3, seed)),
            "relu", seed -> rectified(normals(35, 1, seed)),
            "squares far out", seed -> squares(map(normals(11, 1, seed), v -> 1000 + v)),
            "steep", seed -> cubes(normals(11, 100, seed)));

    private static final Map<String, Family> STRESS = Map.of(
            "relu close to the kink", seed -> rectified(normals(35, 1e-5, seed)),
            "relu of many units", seed -> rectified(normals(2000, 1, seed)),
            "absolute value on the kink", seed -> absolute(map(normals(11, 1, seed), v -> Math.abs(v) < 0.3 ? 0 : v)),
            "saturated sigmoid", seed -> sigmoid(normals(11, 20, seed)));

    @Test
    void right_gradients_never_fail_however_awkward_the_point() {
        STRESS.forEach((name, family) -> everySeed(seed -> assertThat(decide(family.draw(seed), seed))
                .as("%s, %s", name, seed)
                .isNotEqualTo(Decision.FAIL)));
    }

    @Test
    void right_gradients_pass_at_ordinary_points() {
        ORDINARY.forEach((name, family) -> everySeed(seed -> assertThat(decide(family.draw(seed), seed))
                .as("%s, %s", name, seed)
                .isEqualTo(Decision.PASS)));
    }

    @Test
    void gradients_that_are_one_percent_off_fail_at_ordinary_points() {
        ORDINARY.forEach((name, family) -> everySeed(seed -> {
            Function wrong = claiming(family.draw(seed), (x, g) -> scaled(g, 1.01));
            assertThat(decide(wrong, seed)).as("%s, %s", name, seed).isEqualTo(Decision.FAIL);
        }));
    }

    private static void everySeed(Consumer<Seed> test) {
        for (int i = 0; i < SEEDS; i++) test.accept(new Seed(2026).child(i));
    }

    private static Decision decide(Differentiable f, Seed seed) {
        return GradientChecker.check(f, seed).decision();
    }

    private static Function claiming(Function right, BiFunction<double[], double[], double[]> change) {
        return new Function(right.point, right.forward, (x, c) -> change.apply(x, right.pullback(x, c)));
    }

    /** y_i = sin(x_i) x_{i+1}: every output has two inputs. */
    private static Function sines(double[] point) {
        int n = point.length;
        return new Function(
                point,
                x -> {
                    double[] y = new double[n];
                    for (int i = 0; i < n; i++) y[i] = Math.sin(x[i]) * x[(i + 1) % n];
                    return y;
                },
                (x, c) -> {
                    double[] g = new double[n];
                    for (int i = 0; i < n; i++) {
                        g[i] += c[i] * Math.cos(x[i]) * x[(i + 1) % n];
                        g[(i + 1) % n] += c[i] * Math.sin(x[i]);
                    }
                    return g;
                });
    }

    private static Function rectified(double[] point) {
        return elementwise(point, v -> Math.max(v, 0), v -> v > 0 ? 1 : 0);
    }

    private static double[] relu(double[] x) {
        return map(x, v -> Math.max(v, 0));
    }

    private static Function absolute(double[] point) {
        return elementwise(point, Math::abs, Math::signum);
    }

    private static Function squares(double[] point) {
        return elementwise(point, v -> v * v, v -> 2 * v);
    }

    private static Function cubes(double[] point) {
        return elementwise(point, v -> v * v * v, v -> 3 * v * v);
    }

    private static Function sigmoid(double[] point) {
        return elementwise(point, GradientCheckerTest::sigma, v -> sigma(v) * sigma(-v));
    }

    private static double sigma(double v) {
        return 1 / (1 + Math.exp(-v));
    }

    private static Function elementwise(double[] point, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        return new Function(point, x -> map(x, f), (x, c) -> {
            double[] g = map(x, slope);
            for (int i = 0; i < g.length; i++) g[i] *= c[i];
            return g;
        });
    }

    private static double[] normal(int length) {
        return normals(length, 1, SEED);
    }

    private static double[] normals(int length, double deviation, Seed seed) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++)
            values[i] = deviation * seed.named("point").normal(i);
        return values;
    }

    private static double[] ones(int length) {
        double[] values = new double[length];
        Arrays.fill(values, 1);
        return values;
    }

    private static double[] scaled(double[] values, double factor) {
        return map(values, v -> factor * v);
    }

    private static double[] map(double[] values, DoubleUnaryOperator f) {
        return Arrays.stream(values).map(f).toArray();
    }
}
