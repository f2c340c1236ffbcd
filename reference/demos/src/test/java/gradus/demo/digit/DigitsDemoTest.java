package gradus.demo.digit;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class DigitsDemoTest extends DemoContract {

    DigitsDemoTest() {
        super(new DigitsDemo(), 0.7);
    }

    @Test
    void new_digits_are_read() {
        assertThat(report.figure("accuracy on 500 new digits")).isGreaterThan(0.95);
        assertThat(report.figure("mean F1")).isGreaterThan(0.95);
        assertThat(report.figure("least recall of a class")).isGreaterThan(0.8);
    }
}
