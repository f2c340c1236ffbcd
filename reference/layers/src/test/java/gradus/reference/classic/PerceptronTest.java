package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.classic.PerceptronRule.Ending;
import gradus.reference.classic.PerceptronRule.Outcome;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PerceptronTest {
    private static final Tensor CORNERS = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    private static final Tensor AND = Tensor.of(-1, -1, -1, 1);
    private static final Tensor XOR = Tensor.of(-1, 1, 1, -1);

    /** w = (1, -2), b = 1: scores 3, -1 and 0. */
    @Test
    void answers_with_the_side_of_the_plane() {
        Perceptron perceptron = new Perceptron(Tensor.of(1, -2), 1);
        Tensor x = Tensor.of(new double[][] {{4, 1}, {0, 1}, {1, 1}});

        assertThat(perceptron.scores(x)).hasEntriesOf(Tensor.of(3, -1, 0));
        assertThat(perceptron.predict(x)).hasEntriesOf(Tensor.of(1, -1, 0));
    }

    /** w = (0, 2), T = √2: (1, 1) is √2 long and 45° away from w, and 60° are the most: arccos(√2 / 2√2). (3, 4) may turn by arccos(√2 / 10). */
    @Test
    void sees_a_threshold_as_an_angle() {
        Perceptron perceptron = new Perceptron(Tensor.of(0, 2), -Math.sqrt(2));
        Tensor x = Tensor.of(new double[][] {{1, 1}, {3, 4}, {0, -5}, {0.1, 0.1}});

        assertThat(perceptron.angles(x)).isWithin(Tensor.of(Math.PI / 4, Math.acos(0.8), Math.PI, Math.PI / 4), 1e-15);
        assertThat(perceptron.widestAngles(x))
                .isWithin(Tensor.of(Math.PI / 3, Math.acos(Math.sqrt(2) / 10), Math.acos(Math.sqrt(2) / 10), 0), 1e-15);
        assertThat(perceptron.predict(x)).hasEntriesOf(Tensor.of(1, 1, -1, -1));
        assertThat(new Perceptron(Tensor.of(0, 2), 3).widestAngles(Tensor.ones(1, 2)))
                .hasEntriesOf(Tensor.of(Math.PI));
        assertThat(perceptron.angles(Tensor.zeros(0, 2)).shape()).isEqualTo(Shape.of(0));
        assertThat(perceptron.angles(Tensor.zeros(1, 2)).get(0)).isNaN();
    }

    /** w · x > T just where θ < arccos(T / (‖w‖ ‖x‖)). */
    @Property(seed = "2026", tries = 50)
    void answers_1_just_below_the_widest_angle(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 11, 3).plus(Values.NORMAL.draw(seed + 1, 11, 3));
        Perceptron perceptron = new Perceptron(
                Values.NORMAL.draw(seed + 2, 3), Values.NORMAL.draw(seed + 3, 1).get(0));

        assertThat(perceptron.predict(x).greater(0))
                .hasEntriesOf(perceptron.angles(x).less(perceptron.widestAngles(x)));
    }

    @Test
    void an_angle_is_to_rows_as_long_as_w() {
        Perceptron perceptron = new Perceptron(Tensor.of(0, 2), 1);

        assertThatThrownBy(() -> perceptron.angles(Tensor.zeros(5, 3)))
                .hasMessage("Perceptron.angles: x: expected shape (any, 2) but got (5, 3).");
        assertThatThrownBy(() -> perceptron.widestAngles(Tensor.zeros(5, 3)))
                .hasMessage("Perceptron.widestAngles: x: expected shape (any, 2) but got (5, 3).");
    }

    /** Two sides on a line, by hand: at 1 (yes) 0 is an error, so (1, 1); at -2 (no) the score is -1, right; at 2 all is right. */
    @Test
    void works_out_the_rule_by_hand() {
        Outcome outcome = new PerceptronRule(10).learn(Tensor.of(1, -2, 2).expand(1), Tensor.of(1, -1, 1));

        assertThat(outcome.perceptron().w()).hasEntriesOf(Tensor.of(1));
        assertThat(outcome.perceptron().b()).isEqualTo(1);
        assertThat(outcome.perceptron().predict(Tensor.of(1, -2, -1).expand(1))).hasEntriesOf(Tensor.of(1, -1, 0));
        assertThat(outcome.mistakes()).isEqualTo(1);
        assertThat(outcome.passes()).isEqualTo(2);
        assertThat(outcome.statement()).isEqualTo("A plane parts the two sides (mistakes: 1, passes: 2).");
    }

    /** The first pass over AND: an error at 00 gives (w, b) = (0, 0, -1); right at 01 and 10; at 11 the score is -1, which gives (1, 1, 0). */
    @Test
    void learns_and() {
        Outcome first = new PerceptronRule(1).learn(CORNERS, AND);
        Outcome outcome = new PerceptronRule(100).learn(CORNERS, AND);

        assertThat(first.perceptron().w()).hasEntriesOf(Tensor.of(1, 1));
        assertThat(first.perceptron().b()).isZero();
        assertThat(first.mistakes()).isEqualTo(2);
        assertThat(outcome.ending()).isEqualTo(Ending.SEPARATED);
        assertThat(outcome.perceptron().predict(CORNERS)).hasEntriesOf(AND);
    }

    /** No plane parts XOR, so the weights, whole numbers all, come back. */
    @Test
    void cannot_learn_xor_and_says_so() {
        Outcome outcome = new PerceptronRule(100).learn(CORNERS, XOR);

        assertThat(outcome.ending()).isEqualTo(Ending.CYCLE);
        assertThat(outcome.passes()).isLessThan(100);
        assertThat(outcome.statement())
                .isEqualTo("No plane parts the two sides: the weights came back (mistakes: " + outcome.mistakes()
                        + ", passes: " + outcome.passes() + ").");
    }

    /** Whatever plane: it is wrong on XOR somewhere, for f(00) + f(11) = f(01) + f(10). */
    @Property(seed = "2026", tries = 100)
    void no_perceptron_is_right_on_xor(@ForAll long seed, @ForAll Values values) {
        Tensor w = values.draw(seed, 2);
        Perceptron perceptron = new Perceptron(w, values.draw(seed + 1, 1).get(0));

        assertThat(perceptron.predict(CORNERS).times(XOR).min()).isLessThan(1);
        assertThat(perceptron.mistakeBound(CORNERS, XOR)).isInfinite();
    }

    @Test
    void a_sample_on_both_sides_is_a_cycle_at_once() {
        Outcome outcome = new PerceptronRule(9).learn(Tensor.of(3, 3).expand(1), Tensor.of(1, -1));

        assertThat(outcome.ending()).isEqualTo(Ending.CYCLE);
        assertThat(outcome.passes()).isEqualTo(1);
        assertThat(outcome.mistakes()).isEqualTo(2);
        assertThat(outcome.perceptron().w()).hasEntriesOf(Tensor.of(0));
    }

    @Test
    void says_when_the_passes_are_used_up() {
        Outcome outcome = new PerceptronRule(1).learn(CORNERS, AND);

        assertThat(outcome.ending()).isEqualTo(Ending.OUT_OF_PASSES);
        assertThat(outcome.statement())
                .isEqualTo("Perhaps no plane parts the two sides: the passes are used up (mistakes: 2, passes: 1).");
    }

    /** Novikoff: no more mistakes than (R / γ)², for any plane that parts the sides. */
    @Property(seed = "2026", tries = 100)
    void errs_no_more_often_than_the_theorem_allows(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 13, 3);
        Perceptron truth = new Perceptron(Values.NORMAL.draw(seed + 1, 3), 0.1);
        Tensor y = truth.scores(x).greater(0).times(2).minus(1);
        double bound = truth.mistakeBound(x, y);

        Outcome outcome = new PerceptronRule(500).learn(x, y);

        assertThat((double) outcome.mistakes()).isLessThanOrEqualTo(bound);
        if (bound <= 500) { // each pass but the last has a mistake
            assertThat(outcome.ending()).isEqualTo(Ending.SEPARATED);
            assertThat(outcome.perceptron().predict(x)).hasEntriesOf(y);
        }
    }

    /** w = 3, b = 4, of length 5: scores 10 at 2 and -5 at -3, so γ = 1 and R² = 1 + 9. */
    @Test
    void works_out_the_bound() {
        Perceptron perceptron = new Perceptron(Tensor.of(3), 4);
        Tensor x = Tensor.of(2, -3).expand(1);

        assertThat(perceptron.mistakeBound(x, Tensor.of(1, -1))).isCloseTo(10, within(1e-14));
        assertThat(perceptron.mistakeBound(x, Tensor.of(1, 1))).isInfinite();
        assertThat(perceptron.mistakeBound(Tensor.of(-4 / 3.0).expand(1), Tensor.of(1)))
                .isInfinite(); // a score of 0 is no right answer
    }

    /** Turning all samples by a right angle turns w: scores, and so mistakes, are the same. */
    @Property(seed = "2026", tries = 30)
    void a_rotation_changes_no_mistake(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 7, 2);
        Tensor y = Values.NORMAL.draw(seed + 1, 7).sign();
        Tensor turn = Tensor.of(new double[][] {{0, 1}, {-1, 0}});

        Outcome outcome = new PerceptronRule(30).learn(x, y);
        Outcome turned = new PerceptronRule(30).learn(x.matmul(turn), y);

        assertThat(turned.mistakes()).isEqualTo(outcome.mistakes());
        assertThat(turned.ending()).isEqualTo(outcome.ending());
        assertThat(turned.perceptron().w().expand(0))
                .hasEntriesOf(outcome.perceptron().w().expand(0).matmul(turn));
    }

    /** The same linear score, told three ways: identity, sigmoid, sign (ECE-GV 6143). */
    @Property(seed = "2026", tries = 30)
    void is_one_of_three_models_of_one_score(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor b = Values.NORMAL.draw(seed + 1, 1);
        Tensor w = Values.NORMAL.draw(seed + 2, dims.d());
        Tensor theta = Tensor.concat(0, b, w).expand(1);

        Tensor score = new LinearRegression(theta).predict(x).reshape(dims.n());

        Perceptron perceptron = new Perceptron(w, b.get(0));
        assertThat(new LogisticRegression(theta).probabilities(x))
                .isWithin(score.negate().exp().plus(1).reciprocal(), 1e-15);
        assertThat(perceptron.predict(x)).hasEntriesOf(score.sign());
    }

    @Test
    void answers_nothing_for_nothing() {
        assertThat(new Perceptron(Tensor.of(1, 2), 3).predict(Tensor.zeros(0, 2)))
                .hasEntriesOf(Tensor.zeros(0));
    }

    @Test
    void refuses_what_does_not_fit() {
        assertThatThrownBy(() -> new PerceptronRule(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PerceptronRule: passes: expected 1 or more but got 0.");
        assertThatThrownBy(() -> new PerceptronRule(1).learn(CORNERS, Tensor.of(0, 1, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PerceptronRule.learn: y: expected -1 or 1 but got 0.0.");
        assertThatThrownBy(() -> new PerceptronRule(1).learn(CORNERS, Tensor.of(1, 1, 1, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PerceptronRule.learn: y: expected -1 or 1 but got NaN.");
        assertThatThrownBy(() -> new PerceptronRule(1).learn(CORNERS, Tensor.of(1, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("PerceptronRule.learn: y: expected shape (4) but got (2).");
        assertThatThrownBy(() -> new PerceptronRule(1).learn(Tensor.zeros(0, 2), Tensor.zeros(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PerceptronRule.learn: x: expected a sample or more but got none.");
        assertThatThrownBy(() -> new Perceptron(Tensor.zeros(2, 1), 0))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Perceptron: w: expected shape (any) but got (2, 1).");
        assertThatThrownBy(() -> new Perceptron(Tensor.of(1, 2), 0).predict(Tensor.zeros(5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Perceptron: x: expected shape (any, 2) but got (5, 3).");
        assertThatThrownBy(() -> new Perceptron(Tensor.of(1, 2), 0).mistakeBound(CORNERS, Tensor.of(1, 2, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Perceptron.mistakeBound: y: expected -1 or 1 but got 2.0.");
    }
}
