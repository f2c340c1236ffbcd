package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import org.junit.jupiter.api.Test;

/** Every attack on a plain process, which holds those that need no file and no network. */
class PlainProcessEndToEndTest extends Attacks {
    @Override
    Sandbox open(Limits limits) {
        return Sandbox.open(Confinement.NONE, limits);
    }

    @Test
    void a_process_that_escapes_with_the_pipe_keeps_nobody_waiting() {
        Failure failure = attack("""
                try { new ProcessBuilder("/bin/sh", "-c", "sleep 3 &").inheritIO().start().waitFor(); } catch (Exception e) {}
                System.exit(4);
                return x;
                """);

        assertThat(failure.code()).isEqualTo(Code.EXITED);
    }

    @Test
    void a_person_is_warned() {
        assertThat(sandbox().kind()).isEqualTo("process");
        assertThat(sandbox().warning().orElseThrow())
                .isEqualTo("sandbox: student code runs in a plain process (bwrap was not asked for)."
                        + " It can read what its user can read: this holds accidents, not malice.");
    }
}
