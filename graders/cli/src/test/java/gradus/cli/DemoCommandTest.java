package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.Demos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path folder;

    @Test
    void without_a_name_all_are_listed() {
        Screen screen = Screen.of("demo");

        assertThat(screen.code()).isZero();
        assertThat(screen.out().lines()).hasSize(Demos.all().size() + 1).allMatch(line -> line.length() <= 80);
        assertThat(screen.out())
                .contains("circle          A net 2-8-1 learns which points lie in the unit circle.\n")
                .endsWith("'gradus demo NAME' runs one.\n");
    }

    @Test
    void a_mistyped_name_gets_the_nearest() {
        Screen screen = Screen.of("demo", "circel");

        assertThat(screen.code()).isEqualTo(2);
        assertThat(screen.err()).startsWith("demo: there is no demo 'circel'. Did you mean circle?\n");
    }

    @Test
    void a_name_that_is_like_no_other_gets_the_way_to_all() {
        assertThat(Screen.of("demo", "quantum").err())
                .startsWith("demo: there is no demo 'quantum'. 'gradus demo' names them all.\n");
    }

    @Test
    void a_demo_prints_its_figures_and_draws() throws IOException {
        Screen screen = Screen.of("demo", "xor", "--effort", "0.01", "--out", folder.toString());

        assertThat(screen.code()).isZero();
        assertThat(screen.out())
                .startsWith("What one neuron cannot and a hidden layer can: exclusive or.\nloss, one neuron  ")
                .endsWith("drew " + folder.resolve("xor.svg") + "\n");
        assertThat(folder.resolve("xor.svg")).content().contains("<svg");
    }

    @Test
    void pictures_come_as_pixels_if_asked() throws IOException {
        Screen screen = Screen.of("demo", "xor", "--effort", "0.01", "--format", "png", "--out", folder.toString());

        assertThat(screen.code()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("xor.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void the_seed_decides() {
        String first = Screen.of("demo", "xor", "--effort", "0.01", "--out", folder.toString())
                .out();
        String same = Screen.of("demo", "xor", "--effort", "0.01", "--threads", "2", "--out", folder.toString())
                .out();
        String other = Screen.of("demo", "xor", "--effort", "0.01", "--seed", "1", "--out", folder.toString())
                .out();

        assertThat(same).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void an_impossible_effort_or_backend_is_a_misuse() {
        Screen effort = Screen.of("demo", "xor", "--effort", "2");
        Screen backend = Screen.of("demo", "xor", "--backend", "abacus");
        Screen threads = Screen.of("demo", "xor", "--threads", "0");

        assertThat(effort.code()).isEqualTo(2);
        assertThat(effort.err()).startsWith("demo: Setup: effort: expected a share above 0 and up to 1 but got 2.0.\n");
        assertThat(backend.code()).isEqualTo(2);
        assertThat(backend.err()).startsWith("demo: Backend.named: expected one of [plain");
        assertThat(threads.code()).isEqualTo(2);
        assertThat(threads.err()).startsWith("demo: Workers: threads: expected at least 1 but got 0.\n");
    }

    @Test
    void a_folder_that_cannot_be_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Screen screen = Screen.of("demo", "xor", "--effort", "0.01", "--out", file.toString());

        assertThat(screen.code()).isEqualTo(2);
        assertThat(screen.err()).startsWith("demo: the picture xor cannot be written to " + file + ": ");
    }
}
