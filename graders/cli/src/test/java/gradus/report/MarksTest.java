package gradus.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void marks_have_at_most_two_decimals() {
        assertThat(Marks.text(3)).isEqualTo("3");
        assertThat(Marks.text(0)).isEqualTo("0");
        assertThat(Marks.text(20)).isEqualTo("20");
        assertThat(Marks.text(5.5)).isEqualTo("5.5");
        assertThat(Marks.text(0.1 + 0.2)).isEqualTo("0.3");
    }

    @Test
    void only_full_marks_are_a_hundred_percent() {
        assertThat(Marks.percent(59.99, 60)).isEqualTo(99);
        assertThat(Marks.percent(60, 60)).isEqualTo(100);
        assertThat(Marks.percent(0, 0)).isZero();
    }
}
