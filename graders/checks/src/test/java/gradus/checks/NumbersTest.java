package gradus.checks;

import static org.assertj.core.api.Assertions.assertThat;

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
}
