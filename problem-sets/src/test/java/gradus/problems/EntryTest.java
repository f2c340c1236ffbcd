package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionParser;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {
    private static Entry entry(String text) {
        Expression expression = ExpressionParser.answer(text, Set.of());
        return Entry.of(expression, new Model(Map.of()).value(expression).sum());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.33    | 0.3333333333
            0.667   | 0.6666666667
            0,67    | 0.6666666667
            0.13    | 0.125
            0.12    | 0.125
            -0.65   | -0.65
            2.0     | 1.96
            0.049   | 0.048907
            7.75*10^-2 | 0.0774597
            7,746·10^−2 | 0.0774597
            -1.3*10^2 | -125
            -(1.3*10**2) | -125
            2.8e-11 | 2.7776e-11
            9224    | 9224.4
            6.156   | 6.15648
            1.0     | 0.96
            2       | 2
            0       | 0
            """)
    void a_rounding_of_the_digits_written_is_right(String written, double truth) {
        assertThat(entry(written).standsFor(truth, 0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.34    | 0.3333333333
            0.66    | 0.6666666667
            0.3333  | 0.3334
            -0.6    | -0.65
            0.7     | 0.65
            0.08    | 0.0775
            0.05    | 0.048907
            8*10^-2 | 0.0775
            1.3*10^2.0 | 125
            1.3*11^2 | 157
            12      | 12.3
            2       | 1.5
            15      | 14.5
            0       | 0.0004
            0.0     | 0.03
            1       | 0.96
            1e-3    | 0.0015000001
            -0.33   | 0.3333333333
            """)
    void too_few_digits_or_a_wrong_one_are_not(String written, double truth) {
        assertThat(entry(written).standsFor(truth, 0)).isFalse();
    }

    @Property(seed = "2026")
    void every_rounding_to_two_digits_or_more_is_right(
            @ForAll @DoubleRange(min = -1000, max = 1000) double truth,
            @ForAll @IntRange(min = 2, max = 8) int digits,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.HALF_UP || mode == RoundingMode.HALF_EVEN || mode == RoundingMode.HALF_DOWN) {
            BigDecimal rounded = new BigDecimal(truth).round(new MathContext(digits, mode));
            assertThat(entry(rounded.unscaledValue() + "e" + -rounded.scale()).standsFor(truth, 0))
                    .isTrue();
        }
    }

    @Property(seed = "2026")
    void one_unit_off_in_the_last_digit_is_wrong(
            @ForAll @DoubleRange(min = -1000, max = 1000) double truth,
            @ForAll @IntRange(min = 2, max = 6) int places) {
        BigDecimal off = new BigDecimal(truth)
                .setScale(places, RoundingMode.HALF_UP)
                .add(BigDecimal.ONE.movePointLeft(places).multiply(BigDecimal.valueOf(2)));

        assertThat(entry(off.toPlainString()).standsFor(truth, 0)).isFalse();
    }
}
