package gradus.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-2, -2",
        "100, 100",
        "0.30000000000000004, 0.3",
        "0.731234567, 0.73123",
        "123456.7, 123460",
        "0.00001, 0.00001",
        "3.14159e-8, 3.1416E-8",
        "6.02e23, 6.02E+23",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void numbers_are_shown_with_five_digits(double value, String shown) {
        assertThat(Numbers.show(value)).isEqualTo(shown);
    }

    @Test
    void two_numbers_are_shown_with_as_many_digits_as_tell_them_apart() {
        assertThat(Numbers.contrast(0.25, 0.5)).isEqualTo("expected 0.25 but got 0.5");
        assertThat(Numbers.contrast(7.14421234, 7.14421345)).isEqualTo("expected 7.144212 but got 7.144213");
        assertThat(Numbers.contrast(1, Double.NaN)).isEqualTo("expected 1 but got NaN");
    }
}
