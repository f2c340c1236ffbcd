package gradus.reference.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The penalties as printed, in dual numbers: what each weight is charged, added up. */
class PenaltyDualTest {
    @Property(seed = "2026", tries = 50)
    void magnitudes(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        double lambda = 1.0 / dims.k();

        agrees(new L1(lambda), dims, seed, values, theta -> theta.abs().times(lambda));
    }

    @Property(seed = "2026", tries = 50)
    void squares(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        double lambda = 1.0 / dims.k();

        agrees(new L2(lambda), dims, seed, values, theta -> theta.square().times(lambda / 2));
    }

    @Property(seed = "2026", tries = 50)
    void both(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        double lambda = 1.0 / dims.k();
        double beta = dims.t();

        agrees(
                new ElasticNet(lambda, beta),
                dims,
                seed,
                values,
                theta -> theta.square().times(beta).plus(theta.abs()).times(lambda));
    }

    private static void agrees(Objective penalty, Primes dims, long seed, Values values, UnaryOperator<Dual> charge) {
        Dual theta = SecondOpinion.directed(values.draw(seed, dims.d(), dims.m()), seed + 1);
        Dual charges = charge.apply(theta);

        double sum = charges.value().sum();
        assertThat(penalty.value(theta.value())).isCloseTo(sum, within(1e-13 * sum));
        SecondOpinion.meet(
                List.of(penalty.gradient(theta.value())), List.of(theta), Tensor.ones(charges.shape()), charges);
    }
}
