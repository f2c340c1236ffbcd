package gradus.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

class EveryKindTriedTest {
    private final List<Values> tried = new ArrayList<>();

    @Property(seed = "2026", tries = 9)
    void as_many_tries_as_kinds_are_enough(@ForAll Values values, @ForAll long seed, @ForAll Images dims) {
        tried.add(values);

        assertThat(tried)
                .containsExactly(
                        List.of(Values.values()).subList(0, tried.size()).toArray(Values[]::new));
    }

    @Property(seed = "2026", tries = 8)
    @AddLifecycleHook(MissesTheLast.class)
    void with_fewer_tries_a_property_does_not_pass(@ForAll Values values, @ForAll long seed) {}

    @Property(seed = "2026", tries = 18)
    @AddLifecycleHook(MissesTheLast.class)
    void a_kind_that_is_assumed_away_is_not_tried(@ForAll Values values, @ForAll long seed) {
        Assume.that(values != Values.SATURATING);
    }

    /** Judged afterwards: jqwik would remember a failure without an example, and then have nothing to run. */
    @Property(seed = "2026", tries = 1, afterFailure = AfterFailureMode.SAMPLE_ONLY)
    @AddLifecycleHook(Kept.class)
    void the_last_failing_example_may_be_run_alone(@ForAll Values values, @ForAll long seed) {}

    @AfterContainer
    static void the_last_failing_example_alone_has_passed() {
        assertThat(Kept.verdicts).isSubsetOf(Status.SUCCESSFUL);
    }

    /** Around the check: turns the failure that is expected into a pass, and everything else into a failure. */
    static final class MissesTheLast implements AroundPropertyHook {
        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            PropertyExecutionResult result = property.execute();
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.throwable().orElseThrow())
                    .hasMessage("@ForAll Values: expected tries of every kind but there was none of [SATURATING]."
                            + " Raise tries, or assume less.");
            return result.mapToSuccessful();
        }

        @Override
        public int aroundPropertyProximity() {
            return -100;
        }
    }

    /** Around the check: keeps what it says. */
    static final class Kept implements AroundPropertyHook {
        private static final List<Status> verdicts = new ArrayList<>();

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            PropertyExecutionResult result = property.execute();
            verdicts.add(result.status());
            return result.mapToSuccessful();
        }

        @Override
        public int aroundPropertyProximity() {
            return -100;
        }
    }
}
