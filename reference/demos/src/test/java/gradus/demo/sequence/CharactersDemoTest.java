package gradus.demo.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class CharactersDemoTest extends DemoContract {

    CharactersDemoTest() {
        super(new CharactersDemo(), 0.5);
    }

    @Test
    void it_comes_near_the_best_that_can_be() {
        assertThat(report.figure("best possible")).isCloseTo(Math.log(10) / 12, within(1e-12));
        assertThat(report.figure("cross-entropy a character")).isBetween(0.18, 0.24);
    }

    @Test
    void it_counts() {
        assertThat(report.figure("of words with 1 to 10 a, ended rightly")).isGreaterThanOrEqualTo(8);
    }
}
