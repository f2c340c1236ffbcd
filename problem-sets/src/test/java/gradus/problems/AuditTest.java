package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.audit.Afresh;
import gradus.problems.audit.Catalogue;
import gradus.problems.audit.Reach;
import gradus.problems.audit.ReachText;
import gradus.problems.audit.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {
    private static final int SHEETS = 400;
    private static final Reach REACH = Reach.of(ProblemBank.all(), SHEETS, 7);

    @Test
    void every_target_is_reached() {
        assertThat(REACH.holds()).as(ReachText.of(REACH)).isTrue();
        assertThat(REACH.sheets())
                .extracting(Tally::name)
                .containsExactly(
                        "right sheets marked full",
                        "single slips that cost only their own marks",
                        "single slips that are named rightly",
                        "single slips that are not named wrongly",
                        "slips worked afresh that cost their own marks",
                        "slips worked afresh that are named rightly",
                        "slips worked afresh, not named wrongly",
                        "degenerate sheets that are not overpaid");
        assertThat(REACH.sheets()).allMatch(tally -> tally.cases() + tally.apart() == SHEETS);
    }

    @ParameterizedTest
    @MethodSource("right")
    void keys_that_were_worked_out_elsewhere_are_right(Afresh sheet) {
        Problem problem = ProblemBank.find(sheet.problem()).orElseThrow();
        sheet.values()
                .forEach((id, value) -> assertThat(
                                Likeness.same(value, problem.model().value(id)))
                        .as(sheet.problem() + " " + id)
                        .isTrue());
    }

    static List<Afresh> right() {
        return Afresh.sheets().stream().filter(sheet -> sheet.slip().isEmpty()).toList();
    }

    @Test
    void slips_of_every_kind_are_worked_out_in_many_problems() {
        List<Afresh> slipped = Afresh.sheets().stream()
                .filter(sheet -> !sheet.slip().isEmpty())
                .toList();

        assertThat(slipped).hasSizeGreaterThan(1000);
        assertThat(slipped.stream().map(Afresh::problem).distinct()).hasSizeGreaterThan(75);
        assertThat(slipped.stream().map(Afresh::slip).distinct())
                .contains(
                        "sign",
                        "term",
                        "factor",
                        "division",
                        "square",
                        "doubled",
                        "two",
                        "path",
                        "activation",
                        "derivative",
                        "mask",
                        "before",
                        "index",
                        "transpose",
                        "order",
                        "rule",
                        "biases",
                        "exchange",
                        "ascent",
                        "mean",
                        "base",
                        "ceil",
                        "sqrt");
    }

    @Test
    void the_catalogue_has_all_entries() {
        assertThat(Catalogue.entries()).hasSize(366);
        assertThat(Catalogue.entries().stream().filter(entry -> entry.type().equals("TEXT")))
                .hasSize(87);
        assertThat(REACH.catalogue().stream()
                        .mapToInt(Catalogue.Coverage::checkable)
                        .sum())
                .isEqualTo(278);
    }

    @Test
    void what_is_missing_is_listed_with_its_reason() {
        List<Catalogue.Coverage> none = Catalogue.coverage(List.of());

        assertThat(none).allMatch(source -> source.checked() == 0 && source.assessed() == 0);
        assertThat(none.stream().flatMap(source -> source.missing().stream()))
                .hasSize(366)
                .contains("2022ss-6.1", "2020ss-8e (the item is lost from the paper)");
        assertThat(Catalogue.coverage(List.of(ProblemBank.find("2022ss-6").orElseThrow())))
                .filteredOn(source -> source.source().equals("2022ss"))
                .allMatch(source -> source.checked() == 3);
    }

    @Test
    void the_report_fits_a_terminal_and_says_what_falls_short() {
        Reach shortfall = new Reach(
                REACH.catalogue(),
                new Tally("published values", 1, 2, 1, 0, List.of("x: 1, computed 2")),
                List.of(new Tally("named", 0.5, 2, 1, 3, List.of())),
                1);

        assertThat(shortfall.holds()).isFalse();
        assertThat(ReachText.of(shortfall))
                .contains("1 of 2")
                .contains("    x: 1, computed 2")
                .contains("3 apart");
        assertThat(ReachText.of(shortfall).lines()).allMatch(line -> line.length() <= 84);
        assertThat(ReachText.json(shortfall)).contains("gradus.audit/1").contains("\"holds\":false");
    }
}
