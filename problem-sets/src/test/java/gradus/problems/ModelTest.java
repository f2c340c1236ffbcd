package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionParser;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static Model model(String... definitions) {
        Map<String, Expression> formulas = new LinkedHashMap<>();
        for (String definition : definitions) {
            int equals = definition.indexOf('=');
            formulas.put(
                    definition.substring(0, equals),
                    ExpressionParser.formula(definition.substring(equals + 1), formulas.keySet()));
        }
        return new Model(formulas);
    }

    private static Tensor number(double value) {
        return Tensor.full(Shape.of(), value);
    }

    private final Model chain = model(
            "w=2",
            "x=3",
            "h=w*x",
            "a=relu(h)",
            "loss=a^2",
            "dh=gradient(loss, h)",
            "dw=gradient(loss, w)",
            "new=w-0.1*dw");

    @Test
    void keys_follow_from_the_formulas() {
        assertThat(chain.value("loss").sum()).isEqualTo(36);
        assertThat(chain.value("dw").sum()).isEqualTo(36);
        assertThat(chain.value("new").sum()).isCloseTo(-1.6, within(1e-12));
    }

    @Test
    void later_values_follow_from_own_earlier_ones() {
        assertThat(chain.value("loss", Map.of("h", number(5))).sum()).isEqualTo(25);
        assertThat(chain.value("dw", Map.of("h", number(5))).sum()).isEqualTo(30);
        assertThat(chain.value("dw", Map.of("h", number(-5))).sum()).isZero();
        assertThat(chain.value("dw", Map.of("a", number(5))).sum()).isEqualTo(30);
        assertThat(chain.value("new", Map.of("dw", number(10))).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void an_own_gradient_replaces_the_messages_behind_it() {
        assertThat(chain.value("dw", Map.of("dh", number(7))).sum()).isEqualTo(21);
        assertThat(chain.value("new", Map.of("dh", number(10))).sum()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void somebodys_own_value_of_the_asked_quantity_is_left_aside() {
        assertThat(chain.value("h", Map.of("h", number(100))).sum()).isEqualTo(6);
        assertThat(chain.value("dh", Map.of("dh", number(100))).sum()).isEqualTo(12);
    }

    @Test
    void other_formulas_make_another_model() {
        Model other = chain.with(Map.of("a", Expression.apply("negate", chain.formula("h"))));

        assertThat(other.value("loss").sum()).isEqualTo(36);
        assertThat(other.value("dw").sum()).isEqualTo(36);
        assertThat(chain.with(Map.of("w", Expression.Numeral.of(1)))
                        .value("new")
                        .sum())
                .isCloseTo(-0.8, within(1e-12));
    }

    @Test
    void a_name_alone_is_a_quantity_of_its_own() {
        Model model = model("a=2", "b=a", "c=b*a");

        assertThat(model.value("c", Map.of("b", number(10))).sum()).isEqualTo(20);
    }

    @Test
    void needs_reach_through_gradients() {
        assertThat(chain.needs("new", "x")).isTrue();
        assertThat(chain.needs("h", "loss")).isFalse();
    }
}
