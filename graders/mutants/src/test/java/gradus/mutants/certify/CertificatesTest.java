package gradus.mutants.certify;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.mutants.certify.Claim.Kind;
import gradus.tensor.Seed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    private static final List<Claim> FINE = List.of(
            claim(Kind.UNATTEMPTED, "Relu", 1, ""),
            claim(Kind.ACCEPTED, "Loops", 1, ""),
            claim(Kind.ACCEPTED, "Loops", 2, ""),
            claim(Kind.UNNAMED, "Loops", 1, ""),
            claim(Kind.KILLED, "MaskMissing", 1, ""),
            claim(Kind.NAMED, "Afresh", 1, ""));

    @Test
    void all_claims_together_make_a_certificate_that_holds() {
        Certificate certificate = Certificate.of("activation/relu", FINE);

        assertThat(certificate)
                .isEqualTo(new Certificate(
                        "activation/relu", true, new Tally(2, 2), new Tally(1, 1), new Tally(1, 1), 0, List.of()));
        assertThat(certificate.holds()).isTrue();
    }

    @Test
    void right_code_that_is_rejected_once_falls_short() {
        Certificate certificate = with(claim(Kind.ACCEPTED, "Loops", 3, "forward FAILED: y is wrong."));

        assertThat(certificate.accepted()).hasToString("2/3");
        assertThat(certificate.holds()).isFalse();
        assertThat(certificate.shortcomings())
                .containsExactly(
                        lines("Loops not ACCEPTED on 1 seeds,", "    first on seed 3: forward FAILED: y is wrong."));
    }

    @Test
    void wrong_code_that_survives_one_seed_has_not_been_killed() {
        Certificate certificate = with(claim(Kind.KILLED, "MaskMissing", 2, "kept [forward]"));

        assertThat(certificate.killed()).hasToString("0/1");
        assertThat(certificate.holds()).isFalse();
    }

    @Test
    void an_attempted_skeleton_falls_short() {
        assertThat(with(claim(Kind.UNATTEMPTED, "Relu", 2, "forward PASSED: right"))
                        .holds())
                .isFalse();
    }

    @Test
    void a_name_for_right_code_falls_short() {
        Certificate certificate = with(claim(Kind.UNNAMED, "Loops", 2, "called [AC-02]"));

        assertThat(certificate.wrongNames()).isEqualTo(1);
        assertThat(certificate.holds()).isFalse();
    }

    @Test
    void nine_names_of_ten_are_enough_and_eight_are_not() {
        assertThat(named(9, 10).holds()).isTrue();
        assertThat(named(8, 10).holds()).isFalse();
    }

    @Test
    void the_table_shows_each_exercise_their_sum_and_what_fell_short() {
        Certificates certificates = new Certificates(
                2, List.of(Certificate.of("activation/relu", FINE), with(claim(Kind.NAMED, "Afresh", 2, "called []"))));

        assertThat(certificates.table().lines())
                .containsExactly(
                        "exercise                    skeleton          accepted   killed  named  misnamed",
                        "activation/relu             NOT_ATTEMPTED          2/2      1/1    1/1         0",
                        "activation/tanh             NOT_ATTEMPTED          2/2      1/1    0/1         0",
                        "all                         NOT_ATTEMPTED          4/4      2/2    1/2         0",
                        "  Afresh not NAMED on 1 seeds,",
                        "    first on seed 2: called []");
        assertThat(certificates.holds()).isFalse();
    }

    private static Certificate with(Claim claim) {
        return Certificate.of(
                "activation/tanh",
                Stream.concat(FINE.stream(), Stream.of(claim)).toList());
    }

    private static Certificate named(int count, int total) {
        return new Certificate("all", true, Tally.NONE, Tally.NONE, new Tally(count, total), 0, List.of());
    }

    private static Claim claim(Kind kind, String code, long seed, String seen) {
        return new Claim(kind, code, new Seed(seed), seen.isEmpty(), seen);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines);
    }
}
