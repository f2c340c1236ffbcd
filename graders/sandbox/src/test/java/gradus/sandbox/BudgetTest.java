package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.subject.Failure.Code;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void processor_time_adds_up() {
        Budget budget = new Budget(Limits.standard());

        budget.spend(Duration.ofSeconds(6));
        assertThat(budget.exceeded()).isNull();

        budget.spend(Duration.ofSeconds(5));
        assertThat(Objects.requireNonNull(budget.exceeded()).code()).isEqualTo(Code.TIMEOUT);
        assertThat(budget.exceeded())
                .hasMessage("expected an answer within 10.0 s of processor time. Does a loop never end?");
    }

    @Test
    void only_waiting_counts() {
        Budget none = new Budget(Limits.standard().wall(Duration.ZERO));
        assertThat(none.exceeded()).isNull();

        none.begin();
        none.end();

        assertThat(none.exceeded())
                .hasMessage(
                        "expected an answer within 0.0 s of waiting. Does it wait for something, or does a loop never end?");
    }

    @Test
    void the_limits_are_those_of_the_rules() {
        assertThat(Limits.standard())
                .isEqualTo(new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 268_435_456, 65_536));
    }
}
