package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.solution.Board;
import gradus.problems.solution.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SolutionTest {
    static List<Problem> problems() {
        return ProblemBank.all();
    }

    private static String solution(String id) {
        return Solution.of(ProblemBank.find(id).orElseThrow());
    }

    @Test
    void every_step_has_its_formula_its_numbers_and_its_result() {
        assertThat(solution("2022ss-6"))
                .contains("    h1 = w11*x1 + w21*x2 + b1 = (-0.5)*1 + (-1)*(-2) + 0.5 = 2\n")
                .contains(
                        "    dmse/dh4 = dmse/dyhat1*dyhat1/dh4 + dmse/dyhat2*dyhat2/dh4 = 1*1 +\n      (-1)*(-0.5) = 1.5\n")
                .contains("    w11new = w11 - rate*dw11 = (-0.5) - 0.1*1.5 = -0.65\n");
    }

    @Test
    void slips_are_told_with_what_they_cost() {
        assertThat(solution("2022ss-6"))
                .contains("    Loses 1: yhat1 = 5 when b4 and b5 are exchanged.\n")
                .contains("    Slip: h6 = 0 when plain ReLU is used instead of the leaky one.\n");
    }

    @Test
    void matrices_are_differentiated_by_their_rule() {
        assertThat(solution("2022ss-6-gradients"))
                .contains("dL/dV = a^T (dL/dyhat) = [[2, -2], [0, 0], [-1, 1]]")
                .contains("dL/da = (dL/dyhat) V^T = [[1.5, -2.5, -2]]");
    }

    @Test
    void the_graph_has_values_and_gradients() {
        assertThat(solution("2022ss-6"))
                .contains("The graph, with gradients\n")
                .containsPattern("h4 = leaky\\(h1, slope\\) +2 +1.5\n");
        assertThat(Board.drawings(ProblemBank.find("2022ss-6").orElseThrow())).hasSize(1);
    }

    @Test
    void other_kinds_show_the_key_and_its_reasons() {
        assertThat(solution("2022ss-1")).contains("Key: ").contains("The key is derived, confidence ");
        assertThat(solution("2022ss-3")).contains("a) ").contains("Key: training");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void every_solution_fits_a_terminal_and_every_graph_can_be_drawn(Problem problem) {
        assertThat(Solution.of(problem).lines()).allMatch(line -> line.length() <= 80);
        assertThat(Board.drawings(problem)).allMatch(drawing -> drawing.svg().startsWith("<svg"));
    }
}
