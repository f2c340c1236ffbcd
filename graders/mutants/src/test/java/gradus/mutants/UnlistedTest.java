package gradus.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Examiner;
import gradus.checks.Exercise;
import gradus.checks.Status;
import gradus.checks.Verdict;
import gradus.checks.catalogue.Exercises;
import gradus.checks.diagnosis.Diagnoser;
import gradus.checks.recorded.RecordedOracle;
import gradus.mutants.styles.AffineAlgebra;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.mutants.styles.ReluAlgebra;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.mutants.styles.TanhAlgebra;
import gradus.subject.LocalSubject;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that the catalogue does not list: they fail, and nobody pretends to know why. */
class UnlistedTest {

    @ParameterizedTest
    @CsvSource({
        "dense/affine, ThirdOfTheBias",
        "activation/relu, LeakyBackward",
        "activation/sigmoid, SlopeSquared",
        "activation/tanh, SlopePlus",
        "activation/softmax, PlainMean",
        "loss/softmax-cross-entropy, TargetTwice",
        "loss/mean-squared-error, FourthPower"
    })
    void an_unlisted_mistake_fails_and_gets_no_name(String id, String mistake) throws ClassNotFoundException {
        Exercise exercise = Exercises.named(id).orElseThrow();
        Examiner examiner =
                new Examiner(new RecordedOracle().and(Reference.oracle()), new Diagnoser(new LiveHypotheses()));
        LocalSubject subject = new LocalSubject(Class.forName(UnlistedTest.class.getName() + "$" + mistake));

        List<Verdict> verdicts = examiner.examine(exercise, subject, new Seed(1));

        assertThat(verdicts).extracting(Verdict::status).contains(Status.FAILED);
        assertThat(verdicts).extracting(Verdict::diagnosis).containsOnlyNulls();
    }

    /** A third of db is lost. */
    public static final class ThirdOfTheBias extends AffineAlgebra {
        public ThirdOfTheBias(int inputs, int outputs) {
            super(inputs, outputs);
        }

        @Override
        protected Tensor db(Tensor dy) {
            return super.db(dy).times(2.0 / 3);
        }
    }

    /** A tenth of dy leaks where nothing should pass. */
    public static final class LeakyBackward extends ReluAlgebra {
        @Override
        public Tensor backward(Tensor dy) {
            return x.greater(0).where(dy, dy.times(0.1));
        }
    }

    /** y² in place of y (1 - y). */
    public static final class SlopeSquared extends SigmoidAlgebra {
        @Override
        public Tensor backward(Tensor dy) {
            return y.square().times(dy);
        }
    }

    /** 1 + t² in place of 1 - t². */
    public static final class SlopePlus extends TanhAlgebra {
        @Override
        public Tensor backward(Tensor dy) {
            return y.square().plus(1).times(dy);
        }
    }

    /** The plain mean of dy in place of the weighted one. */
    public static final class PlainMean extends SoftmaxAlgebra {
        @Override
        public Tensor backward(Tensor dy) {
            return y.times(dy.minus(dy.meanKeep(1)));
        }
    }

    /** The target is subtracted twice. */
    public static final class TargetTwice extends CrossEntropyAlgebra {
        @Override
        public Tensor backward() {
            return super.backward().minus(onehot().divide(p.dim(0)));
        }
    }

    /** The fourth power in place of the square, in both passes. */
    public static final class FourthPower extends SquaredErrorAlgebra {
        public FourthPower(Reduction reduction) {
            super(reduction);
        }

        @Override
        public double forward(Tensor prediction, Tensor target) {
            super.forward(prediction, target);
            return scale() * difference.square().square().sum();
        }

        @Override
        public Tensor backward() {
            return difference.times(difference.square()).times(4 * scale());
        }
    }
}
