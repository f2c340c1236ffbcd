package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem whose numbers vary, marked by the public API over several seeds. */
class VariantPropertyTest {
    private static final int SEEDS = 4;

    static Stream<String> varying() {
        return ProblemBank.all().stream()
                .filter(problem -> problem.variation().isPresent())
                .map(Problem::id);
    }

    private static Stream<Problem> variants(String id) {
        Variation variation = ProblemBank.find(id).orElseThrow().variation().orElseThrow();
        return Stream.iterate(1L, seed -> seed + 1).limit(SEEDS).map(variation::variant);
    }

    @Test
    void the_best_known_problems_vary() {
        assertThat(varying())
                .contains("2022ss-6", "2020mock-III", "2020mock-II.7", "md-4.2", "L7-xavier")
                .hasSizeGreaterThan(70);
    }

    @ParameterizedTest
    @MethodSource("varying")
    void its_own_key_earns_full_marks(String id) {
        variants(id)
                .forEach(variant -> Marking.mark(variant, key(variant)).marks().stream()
                        .filter(mark -> mark.given() != null)
                        .forEach(mark -> {
                            assertThat(mark.status()).as("%s: %s", id, mark).isEqualTo(MarkStatus.CORRECT);
                            assertThat(mark.earned()).isEqualTo(mark.possible());
                        }));
    }

    private static Map<String, String> key(Problem variant) {
        Map<String, String> key = Sheets.key(variant);
        key.putAll(Sheets.needed(variant));
        return key;
    }

    @ParameterizedTest
    @MethodSource("varying")
    void no_listed_slip_earns_the_mark(String id) {
        variants(id)
                .forEach(variant -> variant.listed().forEach(slip -> {
                    Map<String, String> key = Sheets.key(variant), slipped = Sheets.slipped(variant, slip);
                    List<String> wrong = new ArrayList<>();
                    for (Mark mark : Marking.mark(variant, slipped).marks()) {
                        String given = mark.given();
                        if (given != null && wrong.isEmpty() && !given.equals(key.get(mark.id()))) {
                            wrong.add(mark.id());
                            assertThat(mark.status())
                                    .as("%s of %s: %s", slip.id(), id, mark)
                                    .isIn(MarkStatus.WRONG, MarkStatus.PARTIAL, MarkStatus.UNREADABLE);
                        }
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("varying")
    void seeds_lead_to_different_numbers(String id) {
        assertThat(variants(id).map(ProblemText::of).distinct().count()).isGreaterThan(1);
    }

    @Test
    void stress_counts_and_proves() {
        Stress stress = Stress.of(ProblemBank.find("2020mock-III").orElseThrow(), 8);

        assertThat(stress.accepted()).isEqualTo(8);
        assertThat(stress.distinct()).isEqualTo(8);
        assertThat(stress.rejected()).containsKey(Rejection.RULE);
        assertThat(stress.holds()).isTrue();
        assertThat(StressText.of(stress)).contains("2020mock-III", "8 variants, 8 of them different", "holds");
        assertThat(StressText.sum(List.of(stress)))
                .contains(
                        "8 variants of 1 problem, 8 of them different; slips that earn a mark: 0.",
                        "  a rule of the problem does not hold");
    }

    @Test
    void a_fault_shows() {
        Stress stress = new Stress("p", 1, 1, Map.of(Rejection.TIE, 3L), List.of("seed 1: other earns y by 2"));

        assertThat(stress.holds()).isFalse();
        assertThat(StressText.of(stress))
                .contains("FALLS SHORT", "         3  the largest or smallest", "seed 1: other earns y by 2");
    }
}
