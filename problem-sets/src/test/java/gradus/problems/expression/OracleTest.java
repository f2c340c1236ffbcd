package gradus.problems.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import gradus.problems.Model;
import java.math.MathContext;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The parser against EvalEx, set up so that -2^2 is -4. */
class OracleTest {
    private static final ExpressionConfiguration EVALEX = ExpressionConfiguration.builder()
            .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
            .mathContext(MathContext.DECIMAL128)
            .implicitMultiplicationAllowed(true)
            .build();

    @Property(seed = "2026", tries = 500)
    void both_read_the_same_number(@ForAll("expressions") String text) throws Exception {
        EvaluationValue expected = new Expression(text, EVALEX).evaluate();

        double actual = new Model(Map.of())
                .value(ExpressionParser.answer(text, Set.of()))
                .sum();

        double truth = expected.getNumberValue().doubleValue();
        assertThat(Math.abs(actual - truth)).isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(truth)));
    }

    @Provide
    Arbitrary<String> expressions() {
        return expression(4);
    }

    private static Arbitrary<String> expression(int depth) {
        Arbitrary<String> number =
                Arbitraries.integers().between(1, 99).map(n -> n % 2 == 0 ? "" + n / 2 : n / 4 + ".25");
        if (depth == 0) {
            return number;
        }
        Arbitrary<String> inner = Arbitraries.lazy(() -> expression(depth - 1));
        Arbitrary<String> binary = Combinators.combine(inner, Arbitraries.of("+", "-", "*", " + ", " - "), inner)
                .as((a, operator, b) -> a + operator + b);
        Arbitrary<String> quotient = Combinators.combine(inner, number).as((a, b) -> a + "/" + b);
        return Arbitraries.oneOf(
                number,
                binary,
                quotient,
                inner.map(a -> "(" + a + ")"),
                inner.map(a -> "-(" + a + ")"),
                number.map(a -> "-" + a + "^2"),
                number.map(a -> "2^(-" + (int) Double.parseDouble(a) % 7 + ")"),
                number.map(a -> "sqrt(" + a + ")"),
                number.map(a -> "2(" + a + "+1)"));
    }
}
