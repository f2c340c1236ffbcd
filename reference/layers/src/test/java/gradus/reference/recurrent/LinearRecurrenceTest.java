package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Lecture 11; in the properties N = 5, T = 7, D = 2, S = 3. */
class LinearRecurrenceTest {
    /** θc = 2, θx = 3, θh = 5, A0 = 1, x = (1, 10): A = (5, 40), h = (25, 200). */
    @Example
    void works_out_two_steps_by_hand() {
        LinearRecurrence net = recurrence(2, 3, 5);

        LinearRecurrence.Output y = net.forward(Tensor.of(Shape.of(1, 2, 1), 1, 10), matrix(1));
        LinearRecurrence.Gradients d = net.backward(Tensor.of(Shape.of(1, 2, 1), 1, 2), matrix(100));

        assertThat(y.h()).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1), 25, 200));
        assertThat(y.aLast()).hasEntriesOf(matrix(40));
        assertThat(d.dx()).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1), 675, 330)); // dA = (5 + 2 · 110, 110)
        assertThat(d.da0()).hasEntriesOf(matrix(450));
        assertThat(gradient(net, 0)).hasEntriesOf(matrix(225 + 5 * 110));
        assertThat(gradient(net, 1)).hasEntriesOf(matrix(225 + 10 * 110));
        assertThat(gradient(net, 2)).hasEntriesOf(matrix(5 + 2 * 40));
    }

    /** The longer the way, the less or the more arrives: θc = 1/2 and θc = 2 over ten steps. */
    @Example
    void gradients_vanish_or_explode_with_the_power_of_their_weight() {
        assertThat(gradientAfterTenSteps(0.5)).hasEntriesOf(matrix(1.0 / 1024));
        assertThat(gradientAfterTenSteps(2)).hasEntriesOf(matrix(1024));
        assertThat(gradientAfterTenSteps(-1)).hasEntriesOf(matrix(1));
    }

    private static Tensor gradientAfterTenSteps(double thetaC) {
        LinearRecurrence net = recurrence(thetaC, 1, 1);
        net.forward(Tensor.zeros(1, 10, 1), matrix(1));
        return net.backward(Tensor.zeros(1, 10, 1), matrix(1)).da0();
    }

    @Property(seed = "2026", tries = 50)
    void without_input_the_state_is_a_power_of_a_symmetric_weight(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        LinearRecurrence net = drawn(dims.d(), dims.m(), dims.k(), seed);
        Tensor theta = Values.NORMAL.draw(seed, dims.m(), dims.m());
        net.parameters().get(0).set(theta.plus(theta.transpose()));
        Tensor a0 = values.draw(seed + 1, dims.n(), dims.m());
        Tensor power = Spectrum.of(net.parameters().get(0).value()).power(dims.t());

        Tensor aLast =
                net.forward(Tensor.zeros(dims.n(), dims.t(), dims.d()), a0).aLast();
        Tensor da0 =
                net.backward(Tensor.zeros(dims.n(), dims.t(), dims.k()), a0).da0();

        assertThat(aLast).isCloseTo(a0.matmul(power), 1e-11);
        assertThat(da0).isCloseTo(a0.matmul(power), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void backward_is_the_adjoint_of_forward(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        LinearRecurrence net = drawn(dims.d(), dims.m(), dims.k(), seed);
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor a0 = values.draw(seed + 1, dims.n(), dims.m());
        Tensor dh = Values.NORMAL.draw(seed + 2, dims.n(), dims.t(), dims.k());
        Tensor daLast = Values.NORMAL.draw(seed + 3, dims.n(), dims.m());

        LinearRecurrence.Output y = net.forward(x, a0);
        LinearRecurrence.Gradients d = net.backward(dh, daLast);

        double magnitude =
                y.h().times(dh).abs().sum() + y.aLast().times(daLast).abs().sum();
        double forward = y.h().dot(dh) + y.aLast().dot(daLast);
        assertThat(d.dx().dot(x) + d.da0().dot(a0)).isCloseTo(forward, within(1e-11 * magnitude));
    }

    @Property(seed = "2026", tries = 50)
    void input_and_state_add_up(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        LinearRecurrence net = drawn(dims.d(), dims.m(), dims.k(), seed);
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor a0 = values.draw(seed + 1, dims.n(), dims.m());

        Tensor ofInput = net.forward(x, Tensor.zeros(dims.n(), dims.m())).h();
        Tensor ofState =
                net.forward(Tensor.zeros(dims.n(), dims.t(), dims.d()), a0).h();

        assertThat(net.forward(x, a0).h()).isCloseTo(ofInput.plus(ofState), 1e-11);
    }

    @Example
    void carries_the_state_through_a_sequence_of_no_steps() {
        LinearRecurrence net = drawn(2, 3, 4, 1);
        Tensor a0 = Tensor.ones(5, 3);

        LinearRecurrence.Output y = net.forward(Tensor.zeros(5, 0, 2), a0);
        LinearRecurrence.Gradients d = net.backward(Tensor.zeros(5, 0, 4), a0);

        assertThat(y.h()).hasEntriesOf(Tensor.zeros(5, 0, 4));
        assertThat(y.aLast()).hasEntriesOf(a0).isNotSameAs(a0);
        assertThat(d.dx()).hasEntriesOf(Tensor.zeros(5, 0, 2));
        assertThat(d.da0()).hasEntriesOf(a0).isNotSameAs(a0);
    }

    @Example
    void names_its_parameters_and_keeps_them() {
        LinearRecurrence net = drawn(2, 3, 4, 1);

        assertThat(net.parameters()).extracting(Parameter::name).containsExactly("thetaC", "thetaX", "thetaH");
        assertThat(net.parameters()).isEqualTo(net.parameters());
    }

    private static LinearRecurrence recurrence(double thetaC, double thetaX, double thetaH) {
        LinearRecurrence net = new LinearRecurrence(1, 1, 1);
        net.parameters().get(0).set(matrix(thetaC));
        net.parameters().get(1).set(matrix(thetaX));
        net.parameters().get(2).set(matrix(thetaH));
        return net;
    }

    private static LinearRecurrence drawn(int inputs, int units, int outputs, long seed) {
        LinearRecurrence net = new LinearRecurrence(inputs, units, outputs);
        Net.draw(net, seed);
        return net;
    }

    private static Tensor matrix(double entry) {
        return Tensor.of(new double[][] {{entry}});
    }

    private static Tensor gradient(LinearRecurrence net, int i) {
        return net.parameters().get(i).gradient();
    }
}
