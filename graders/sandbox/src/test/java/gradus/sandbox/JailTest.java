package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JailTest {
    private static final Tools NOTHING = command -> null;

    @Test
    void without_bubblewrap_there_is_a_plain_process_and_a_warning() {
        Jail jail = Jail.find(Confinement.AUTO, NOTHING);

        assertThat(jail.kind()).isEqualTo("process");
        assertThat(jail.warning().orElseThrow())
                .startsWith("sandbox: student code runs in a plain process (bwrap is not installed).");
        assertThat(jail.confine(jail.user(), List.of(), List.of(), List.of("java")))
                .containsExactly("java");
    }

    @Test
    void what_is_required_and_missing_is_refused() {
        assertThatThrownBy(() -> Jail.find(Confinement.REQUIRE, NOTHING))
                .isInstanceOf(ConfinementException.class)
                .hasMessage("sandbox: expected bwrap to work but got: bwrap is not installed."
                        + " Install bubblewrap, and allow user namespaces.");
    }

    @Test
    void a_bubblewrap_that_does_not_work_is_as_good_as_none() {
        Tools broken = command -> command.equals("bwrap") ? Path.of("/bin/false") : null;

        assertThat(Jail.find(Confinement.AUTO, broken).kind()).isEqualTo("process");
        assertThatThrownBy(() -> Jail.find(Confinement.REQUIRE, broken))
                .hasMessageContaining("expected bwrap to work but got: code 1.");
    }
}
