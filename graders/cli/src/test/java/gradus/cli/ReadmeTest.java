package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void the_table_of_exercises_is_the_catalogue() throws IOException {
        assertThat(Readme.between("exercises/README.md", "<!-- exercises:begin -->\n", "<!-- exercises:end -->"))
                .isEqualTo(Screen.of("exercises", "list", "--markdown").out());
    }

    @Test
    void the_answers_that_the_readme_checks_are_marked_as_it_says() throws IOException {
        String shown = Readme.between("README.md", "$ ./gradus check ", "```\n");
        String arguments = shown.lines().findFirst().orElseThrow();
        String output = shown.substring(arguments.length() + 1);

        Screen screen = Screen.of(("check " + arguments).split(" ", -1));

        assertThat(screen.code()).isEqualTo(3);
        assertThat(screen.out()).endsWith(output);
    }
}
