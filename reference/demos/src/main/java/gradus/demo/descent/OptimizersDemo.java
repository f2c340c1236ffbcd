package gradus.demo.descent;

import gradus.demo.Demo;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Picture;
import gradus.demo.picture.Plot;
import gradus.reference.optim.Adagrad;
import gradus.reference.optim.Adam;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.Momentum;
import gradus.reference.optim.Nesterov;
import gradus.reference.optim.RmsProp;
import gradus.reference.optim.minimize.Newton;
import gradus.reference.optim.minimize.Stopping;
import gradus.tensor.Objective;
import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Paths down a long valley, f = (x² + 50 y²) / 2: descent zig-zags across it or crawls along it, momentum rolls, and rules with a rate for
 * each coordinate cut straight through. Newton's step, which knows the curvature, is there at once.
 *
 * <p>Beside it x², which at rate 1 never converges from 5 (it jumps between 5 and -5), and four rates of a noisy descent.
 *
 * <p>Source: lectures 5 and 6; winter 2022, 5 (x² at rate 1); endterm 2021, 7 (which rate made which curve).
 */
public final class OptimizersDemo implements Demo {
    private static final Tensor CURVATURE = Tensor.of(1, 50);
    private static final int STEPS = 60;
    private static final int COMMON = 3; // so many rules have one rate for all coordinates

    private record Rule(String name, Supplier<Optimizer> optimizer, double rate) {}

    /** Those with one rate for all coordinates, and those with a rate for each; Adagrad's is so large that its path is not RMSProp's. */
    private static final List<Rule> RULES = List.of(
            new Rule("descent", GradientDescent::new, 0.038),
            new Rule("momentum", () -> new Momentum(0.8), 0.02),
            new Rule("Nesterov", () -> new Nesterov(0.8), 0.02),
            new Rule("Adagrad", () -> new Adagrad(1e-8), 3),
            new Rule("RMSProp", RmsProp::new, 0.2),
            new Rule("Adam", Adam::new, 0.4));

    @Override
    public String name() {
        return "optimizers";
    }

    @Override
    public String about() {
        return "The paths of optimizers down a long valley, and four rates.";
    }

    @Override
    public Report run(Setup setup) {
        Report report = new Report();
        Plot common = valley("one rate");
        Plot own = valley("a rate for each").withoutColours(COMMON); // each rule has one colour everywhere
        Plot losses = new Plot("The same by step", "step", "f, down to 1e-6").logarithmic();
        for (Rule rule : RULES) {
            List<Tensor> path = path(rule, CURVATURE, Tensor.of(-10, 2), setup.iterations(STEPS));
            List<Double> values = path.stream().map(OptimizersDemo::valley).toList();
            report.figure("f after %d steps, %s".formatted(STEPS, rule.name), values.get(values.size() - 1), "%.2g");
            Plot paths = RULES.indexOf(rule) < COMMON ? common : own;
            paths.line(rule.name, coordinates(path, 0), coordinates(path, 1));
            losses.line(rule.name, values.stream().map(v -> Math.max(v, 1e-6)).toList());
        }
        report.figure("f after 1 step, Newton", valley(newton(CURVATURE, Tensor.of(-10, 2))), "%.2g");
        Rule unit = new Rule("descent", GradientDescent::new, 1);
        Tensor square = Tensor.of(2.0); // x² has the curvature 2
        Tensor five = Tensor.of(5.0);
        List<Tensor> jumps = path(unit, square, five, 100);
        report.figure("x after 100 steps on x² from 5 at rate 1", jumps.get(100).get(0), "%.1f");
        report.figure(
                "x after 1 step on x² from 5, Newton", newton(square, five).get(0), "%.2g");
        Picture rates = new Rates(setup).run(report);
        return report.draw(Picture.grid(
                name(),
                2,
                List.of(
                        common.picture("common", 480, 400),
                        own.picture("own", 480, 400),
                        losses.picture("losses", 480, 400),
                        rates)));
    }

    private static Plot valley(String rates) {
        return new Plot("Paths down (x² + 50 y²) / 2, " + rates, "x", "y").within(-10.5, 3, -3, 3);
    }

    /** Where the rule goes on the quadratic with this curvature in each coordinate, the start included. */
    private static List<Tensor> path(Rule rule, Tensor curvature, Tensor start, int steps) {
        Optimizer optimizer = rule.optimizer.get();
        List<Tensor> path = new ArrayList<>(List.of(start));
        Tensor at = start;
        for (int i = 0; i < steps; i++) {
            at = optimizer.step(at, optimizer.lookAhead(at).times(curvature), rule.rate);
            path.add(at);
        }
        return path;
    }

    /** Where one step of Newton leads on the quadratic with this curvature in each coordinate. */
    private static Tensor newton(Tensor curvature, Tensor start) {
        Objective quadratic = new Objective() {
            @Override
            public double value(Tensor x) {
                return x.square().dot(curvature) / 2;
            }

            @Override
            public Tensor gradient(Tensor x) {
                return x.times(curvature);
            }
        };
        return new Newton(Stopping.within(0, 1)).minimize(quadratic, start).x();
    }

    private static double valley(Tensor at) {
        return at.square().dot(CURVATURE) / 2;
    }

    private static double[] coordinates(List<Tensor> path, int axis) {
        return path.stream().mapToDouble(at -> at.get(axis)).toArray();
    }
}
