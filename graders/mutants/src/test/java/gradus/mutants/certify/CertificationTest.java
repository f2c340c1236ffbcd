package gradus.mutants.certify;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Exercise;
import gradus.checks.Oracle;
import gradus.checks.catalogue.Exercises;
import gradus.checks.recorded.RecordedOracle;
import gradus.mutants.Reference;
import gradus.tensor.Layer;
import gradus.tensor.NotAttempted;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CertificationTest {
    private static final List<Exercise> RELU =
            List.of(Exercises.named("activation/relu").orElseThrow());
    private static final Oracle ORACLE = new RecordedOracle().and(Reference.oracle());

    @Test
    void an_untouched_skeleton_and_known_code_certify_an_exercise() {
        AtomicLong rounds = new AtomicLong();

        Certificates certificates =
                new Certification(ORACLE, exercise -> Untouched.class).run(RELU, 2, done -> rounds.incrementAndGet());

        assertThat(certificates.total().shortcomings()).isEmpty();
        assertThat(certificates.holds()).isTrue();
        assertThat(rounds).hasValue(2);
    }

    @Test
    void a_solved_skeleton_is_reported() {
        Certificates certificates = new Certification(ORACLE, Reference::type).run(RELU, 1, done -> {});

        assertThat(certificates.holds()).isFalse();
        assertThat(certificates.total().shortcomings())
                .containsExactly("activation.Relu not UNATTEMPTED on 1 seeds," + System.lineSeparator()
                        + "    first on seed 1: forward PASSED: right backward.dX PASSED: right");
    }

    @Test
    void no_two_pieces_of_code_share_a_name() {
        assertThat(Exercises.all())
                .allSatisfy(exercise -> assertThat(Specimen.of(exercise, Untouched.class))
                        .extracting(Specimen::name)
                        .doesNotHaveDuplicates());
    }

    /** A skeleton as a student gets it. */
    public static final class Untouched implements Layer {

        @Override
        public Tensor forward(Tensor x) {
            throw new NotAttempted();
        }

        @Override
        public Tensor backward(Tensor dy) {
            throw new NotAttempted();
        }
    }
}
