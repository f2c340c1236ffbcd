package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The small types around Tensor. */
class ContractsTest {
    private static final Layer IDENTITY = new Layer() {
        @Override
        public Tensor forward(Tensor x) {
            return x.copy();
        }

        @Override
        public Tensor backward(Tensor dy) {
            return dy.copy();
        }
    };

    @Test
    void a_layer_has_no_parameters_and_no_state_unless_it_says_so() {
        IDENTITY.mode(Mode.EVAL);

        assertThat(IDENTITY.parameters()).isEmpty();
        assertThat(IDENTITY.state()).isEmpty();
    }

    @Test
    void an_optimizer_looks_at_theta_itself_unless_it_says_so() {
        Optimizer descent = (theta, gradient, rate) -> theta.minus(gradient.times(rate));
        Tensor theta = Tensor.of(1, 2);

        assertThat(descent.lookAhead(theta)).isSameAs(theta);
        assertThat(descent.step(theta, Tensor.of(10, 10), 0.1).toArray()).containsExactly(0, 1);
    }

    @Test
    void a_parameter_copies_in_adds_and_clears_and_stays_live() {
        Tensor start = Tensor.of(1, 2);
        Parameter b = new Parameter("b", start);
        Tensor value = b.value();
        Tensor gradient = b.gradient();
        start.fill(9);

        b.addGradient(Tensor.of(3, 4));
        b.addGradient(Tensor.of(3, 4));
        assertThat(gradient.toArray()).containsExactly(6, 8);
        b.clear();
        assertThat(gradient.toArray()).containsExactly(0, 0);
        assertThat(value.toArray()).containsExactly(1, 2);
        b.set(Tensor.of(5, 6));
        assertThat(value.toArray()).containsExactly(5, 6);
        assertThat(b.name()).isEqualTo("b");
    }

    @Test
    void a_parameter_under_another_name_is_the_same_numbers() {
        Parameter w = new Parameter("w", Tensor.of(1, 2));

        Parameter same = w.named("forward.w");

        assertThat(same.name()).isEqualTo("forward.w");
        assertThat(same.value()).isSameAs(w.value());
        assertThat(same.gradient()).isSameAs(w.gradient());
        assertThat(w.name()).isEqualTo("w");
    }

    @Test
    void shapes_print_and_compare_by_their_lengths() {
        assertThat(Shape.of(5, 7))
                .hasToString("(5, 7)")
                .isEqualTo(Shape.of(5, 7))
                .hasSameHashCodeAs(Shape.of(5, 7));
        assertThat(Shape.of(3)).hasToString("(3)").isNotEqualTo(Shape.of(3, 1));
        assertThat(Shape.of()).hasToString("()");
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of(0, 5).size()).isZero();
        assertThat(Shape.of(2, 3).dim(-1)).isEqualTo(3);
    }

    @Test
    void a_shape_cannot_be_changed_from_outside() {
        int[] dims = {2, 3};
        Shape shape = Shape.of(dims);
        dims[0] = 9;
        shape.toArray()[1] = 9;

        assertThat(shape).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void whole_numbers_cannot_be_changed_from_outside_and_compare_by_value() {
        int[] values = {4, 5};
        IntTensor labels = IntTensor.of(values);
        values[0] = 9;
        labels.toArray()[1] = 9;

        assertThat(labels)
                .isEqualTo(IntTensor.of(4, 5))
                .hasToString("(2) [4, 5]")
                .hasSameHashCodeAs(IntTensor.of(4, 5));
        assertThat(labels).isNotEqualTo(IntTensor.of(Shape.of(2, 1), 4, 5));
        assertThat(labels.get(1)).isEqualTo(5);
        assertThat(labels.rank()).isEqualTo(1);
        assertThat(labels.dim(-1)).isEqualTo(labels.size()).isEqualTo(2);
    }

    @Test
    void tensors_are_equal_only_if_they_are_one_and_print_their_entries() {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});

        assertThat(x).isNotEqualTo(x.copy()).hasToString("(2, 2) [1.0, 2.0, 3.0, 4.0]");
        assertThat(Tensor.zeros(101).toString()).endsWith("0.0, …]");
    }

    @Test
    void the_ways_to_create() {
        assertThat(Tensor.zeros().get()).isZero();
        assertThat(Tensor.ones(2).toArray()).containsExactly(1, 1);
        assertThat(Tensor.full(Shape.of(2), -0.0).toArray()).containsExactly(-0.0, -0.0);
        assertThat(Tensor.eye(2).toArray()).containsExactly(1, 0, 0, 1);
        assertThat(Tensor.of(new double[0][]).shape()).isEqualTo(Shape.of(0, 0));
        assertThat(Tensor.of(new double[][] {{}, {}}).shape()).isEqualTo(Shape.of(2, 0));
    }
}
