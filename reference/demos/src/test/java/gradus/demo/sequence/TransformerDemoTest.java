package gradus.demo.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class TransformerDemoTest extends DemoContract {

    TransformerDemoTest() {
        super(new TransformerDemo(), 0.7);
    }

    @Test
    void new_sequences_come_backwards() {
        assertThat(report.figure("digits right, 300 new sequences")).isGreaterThan(0.99);
        assertThat(report.figure("sequences right")).isGreaterThan(0.95);
    }

    @Test
    void every_position_looks_where_its_digit_is() {
        assertThat(report.figure("attention on the other diagonal")).isGreaterThan(0.4); // 1/8 if it did not care
    }
}
