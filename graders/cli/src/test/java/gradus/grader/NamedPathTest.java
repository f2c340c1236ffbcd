package gradus.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedPathTest {

    @Test
    void a_name_is_the_last_part_of_the_path_without_its_ending() {
        assertThat(names("hw/alice", "hw/bob.zip", "carol.tar.gz", "dave.v2.JAR", "erna.tgz"))
                .containsExactly("alice", "bob", "carol", "dave.v2", "erna");
    }

    @Test
    void equal_names_become_distinct_whatever_their_case() {
        assertThat(names("a/alice", "b/alice.zip", "c/Alice", "d/alice-2"))
                .containsExactly("alice", "alice-2", "Alice-3", "alice-2-2");
    }

    @Test
    void files_of_the_output_folder_keep_their_place() {
        assertThat(names("results", "index.html", "gradebook.csv"))
                .containsExactly("results-2", "index.html-2", "gradebook.csv-2");
    }

    @Test
    void spaces_and_umlauts_stay_and_separators_and_escapes_go() {
        assertThat(names("Jürgen Groß.zip", "a\u001b[1m", "..hidden", "x:y?"))
                .containsExactly("Jürgen Groß", "a_[1m", "hidden", "x_y_");
    }

    @Test
    void a_long_name_is_cut_and_stays_distinct() {
        assertThat(names("x".repeat(200), "x".repeat(201))).containsExactly("x".repeat(80), "x".repeat(80) + "-2");
    }

    private static List<String> names(String... paths) {
        return NamedPath.of(Stream.of(paths).map(Path::of).toList()).stream()
                .map(NamedPath::name)
                .toList();
    }
}
