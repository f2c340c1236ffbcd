package gradus.checks.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ExerciseTestTest {

    @Test
    void a_wrong_row_fails_with_a_text_that_helps_and_the_others_pass() {
        EngineExecutionResults results = run(Practice.WrongBias.class);

        results.testEvents()
                .assertStatistics(count -> count.succeeded(3).failed(1).skipped(0));
        assertThat(failure(results)).isEqualTo("""
                        dense/affine backward.db   FAILED   0 / 1
                          db is wrong in every entry. db[2]: expected 2.143 but got 0.4286.
                          Your db is the right one divided by N, the number of samples.
                          hint: The same b was added to each of the N rows. Does an average or a sum collect what they send back?
                          case: x (5, 7), w (7, 3)
                          rerun: mvn -pl exercises -am test -Dtest=AffineTest -Dsurefire.failIfNoSpecifiedTests=false""");
    }

    @Test
    void what_is_not_attempted_is_skipped() {
        run(Practice.Skeleton.class)
                .testEvents()
                .assertStatistics(count -> count.aborted(4).failed(0));
    }

    @Test
    void what_is_right_passes() {
        run(Practice.Right.class).testEvents().assertStatistics(count -> count.succeeded(4));
    }

    private static EngineExecutionResults run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute();
    }

    private static String failure(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow().getMessage())
                .findFirst()
                .orElseThrow();
    }
}
