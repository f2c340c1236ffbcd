package gradus.demo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class IdentityDemoTest extends DemoContract {

    IdentityDemoTest() {
        super(new IdentityDemo(), 1);
    }

    @Test
    void all_eight_symbols_are_repeated() {
        assertThat(report.figure("symbols repeated")).isEqualTo(8);
        assertThat(report.figure("squared error")).isLessThan(0.01);
    }

    @Test
    void three_units_hold_nearly_as_many_codes_as_bits_could() {
        assertThat(report.figure("different codes when rounded")).isBetween(5.0, 8.0); // all 8 in half of the starts
    }
}
