package gradus.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gradus.sandbox.Source;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SubmissionReaderTest {

    private static final String RELU = "package gradus.exercises.activation; public class Relu {}";

    @TempDir
    Path folder;

    @Test
    void a_folder_a_zip_a_jar_and_a_tarball_of_the_same_files_read_alike() throws IOException {
        Map<String, String> files = Map.of("src/main/java/Relu.java", RELU, "pom.xml", "<project/>");

        Submission plain = read(Archives.folder(folder.resolve("a"), files));
        Submission zip = read(Archives.zip(folder.resolve("a.zip"), files));
        Submission jar = read(Archives.zip(folder.resolve("a.jar"), files));
        Submission tar = read(Archives.tar(folder.resolve("a.tar.gz"), files));

        assertThat(plain.sources()).containsExactly(new Source("src/main/java/Relu.java", RELU));
        assertThat(plain.error()).isNull();
        assertThat(zip).isEqualTo(plain);
        assertThat(jar).isEqualTo(plain);
        assertThat(tar).isEqualTo(plain);
    }

    @Test
    void the_digest_changes_with_the_content_and_with_the_path() throws IOException {
        Submission first = read(Archives.folder(folder.resolve("1"), Map.of("A.java", "a")));
        Submission second = read(Archives.folder(folder.resolve("2"), Map.of("A.java", "b")));
        Submission third = read(Archives.folder(folder.resolve("3"), Map.of("B.java", "a")));

        assertThat(first.sha256()).matches("[0-9a-f]{64}").isNotIn(second.sha256(), third.sha256());
    }

    @Test
    void names_that_lead_out_of_an_archive_are_refused_and_the_rest_is_kept() throws IOException {
        Map<String, String> files =
                Map.of("../Evil.java", "x", "/etc/Evil.java", "x", "C:\\Evil.java", "x", "Relu.java", RELU);

        for (Path archive : new Path[] {
            Archives.zip(folder.resolve("a.zip"), files), Archives.tar(folder.resolve("a.tar.gz"), files)
        }) {
            Submission submission = read(archive);

            assertThat(submission.sources()).containsExactly(new Source("Relu.java", RELU));
            assertThat(submission.notes())
                    .containsExactlyInAnyOrder(
                            "../Evil.java: left out, because the name leads out of the submission.",
                            "/etc/Evil.java: left out, because the name leads out of the submission.",
                            "C:/Evil.java: left out, because the name leads out of the submission.");
        }
        assertThat(folder.resolveSibling("Evil.java")).doesNotExist();
    }

    @Test
    void links_are_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("Secret.java"), "class Secret {}");
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Files.createSymbolicLink(plain.resolve("Relu.java"), secret);

        String note = "Relu.java: left out, because it is a link";
        for (Path path : new Path[] {
            plain,
            Archives.zipWithLink(folder.resolve("a.zip"), "Relu.java", secret.toString()),
            Archives.tarWithLink(folder.resolve("a.tar.gz"), "Relu.java", secret.toString())
        }) {
            assertThat(read(path).sources()).isEmpty();
            assertThat(read(path).notes()).singleElement().asString().startsWith(note);
        }
    }

    @Test
    void a_java_file_that_swells_beyond_its_limit_is_left_out() throws IOException {
        Path zip = Archives.zip(
                folder.resolve("a.zip"), Map.of("Bomb.java", "x".repeat((1 << 20) + 1), "Relu.java", RELU));

        Submission submission = read(zip);

        assertThat(submission.sources()).extracting(Source::path).containsExactly("Relu.java");
        assertThat(submission.notes()).containsExactly("Bomb.java: left out, because it is larger than 1048576 bytes.");
    }

    @Test
    void a_bomb_is_refused_while_it_swells() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            files.put(i + ".java", "x".repeat(1 << 20));
        }

        Submission zip = read(Archives.zip(folder.resolve("a.zip"), files));
        Submission tar = read(Archives.tar(folder.resolve("a.tar.gz"), Map.of("zeros.bin", "\0".repeat(8 << 20))));

        assertThat(zip.error()).isEqualTo(refusal(folder.resolve("a.zip")));
        assertThat(tar.error()).isEqualTo(refusal(folder.resolve("a.tar.gz")));
        assertThat(zip.sources()).isEmpty();
    }

    private static String refusal(Path archive) throws IOException {
        return "expected at most " + Math.max(4 << 20, 200 * Files.size(archive))
                + " bytes when unpacked but found more. Hand in the exercises' Java files only.";
    }

    @Test
    void too_many_entries_are_refused() throws IOException {
        SubmissionReader strict = new SubmissionReader(new IntakeLimits(3, 1 << 20, 1 << 10, 1 << 20, 200));
        Path zip = Archives.zip(folder.resolve("a.zip"), Map.of("1", "", "2", "", "3", "", "4", ""));

        assertThat(strict.read(new NamedPath(zip, "a")).error())
                .isEqualTo("expected at most 3 files but found more. Hand in the exercises' Java files only.");
    }

    @Test
    void an_archive_that_is_too_large_is_not_opened() throws IOException {
        SubmissionReader strict = new SubmissionReader(new IntakeLimits(3, 4, 1 << 10, 1 << 20, 200));
        Path zip = Files.writeString(folder.resolve("a.zip"), "12345");

        assertThat(strict.read(new NamedPath(zip, "a")).error())
                .isEqualTo("expected an archive of at most 4 bytes but got 5. Hand in the exercises' Java files only.");
    }

    @Test
    void a_damaged_archive_says_so() throws IOException {
        Path zip = Files.writeString(folder.resolve("a.zip"), "this is no zip");
        Path tar = Files.writeString(folder.resolve("a.tar.gz"), "this is no tarball");

        assertThat(read(zip).error()).startsWith("the archive is damaged: ").endsWith("Pack it again.");
        assertThat(read(tar).error()).startsWith("the archive is damaged: ").endsWith("Pack it again.");
    }

    @Test
    void what_is_not_there_or_of_another_kind_says_so() throws IOException {
        Path text = Files.writeString(folder.resolve("answers.txt"), "42");

        assertThat(read(folder.resolve("nobody.zip")).error())
                .isEqualTo("there is no such file or folder, or it may not be read. Check the path.");
        assertThat(read(text).error())
                .isEqualTo(
                        "expected a folder, .zip, .jar or .tar.gz but got answers.txt. Pack the Java files into one of these.");
    }

    @Test
    @Timeout(20)
    void a_pipe_is_not_waited_for() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.zip");
        assumeThat(Files.isExecutable(Path.of("/usr/bin/mkfifo"))).isTrue();
        new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor();

        assertThat(pipe).exists();
        assertThat(read(pipe).error())
                .isEqualTo("expected a file or a folder but got something else, such as a pipe or a device.");
    }

    @Test
    void an_empty_folder_and_one_without_java_say_what_was_found() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path python = Archives.folder(folder.resolve("python"), Map.of("relu.py", "def relu(x): ..."));

        assertThat(read(empty).error())
                .isEqualTo("expected Java sources but found nothing at all. Hand in the exercises' .java files.");
        assertThat(read(python).error())
                .isEqualTo(
                        "expected Java sources but found 1 other files, such as relu.py. Hand in the exercises' .java files.");
    }

    @Test
    void tests_build_output_and_hidden_folders_are_passed_over() throws IOException {
        Submission submission = read(Archives.zip(
                folder.resolve("a.zip"),
                Map.of(
                        "hw/src/test/java/ReluTest.java", "x",
                        "hw/target/Relu.java", "x",
                        "__MACOSX/._Relu.java", "x",
                        ".git/Relu.java", "x",
                        "hw/inner.zip", "x",
                        "hw/Relu.java", RELU)));

        assertThat(submission.sources()).extracting(Source::path).containsExactly("hw/Relu.java");
        assertThat(submission.notes()).isEmpty();
    }

    @Test
    void names_with_spaces_and_umlauts_are_kept() throws IOException {
        Submission submission =
                read(Archives.zip(folder.resolve("a.zip"), Map.of("Übung 1/Lösung (final).java", RELU)));

        assertThat(submission.sources()).extracting(Source::path).containsExactly("Übung 1/Lösung (final).java");
    }

    @Test
    void escape_sequences_in_names_do_not_reach_a_terminal() throws IOException {
        Submission submission = read(Archives.zip(folder.resolve("a.zip"), Map.of("../\u001b[31mEvil.java", "x")));

        assertThat(submission.notes()).singleElement().asString().startsWith("../Evil.java: left out");
    }

    @Test
    void another_charset_is_guessed_with_a_note() throws IOException {
        String text = "/** Größe */ class Relu {}";
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Files.write(plain.resolve("Latin.java"), text.getBytes(Charset.forName("windows-1252")));
        Files.write(plain.resolve("Utf16.java"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        Files.write(plain.resolve("Utf16be.java"), text.getBytes(StandardCharsets.UTF_16));
        Files.write(plain.resolve("Utf8.java"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));

        Submission submission = read(plain);

        assertThat(submission.sources()).extracting(Source::text).containsOnly(text);
        assertThat(submission.notes())
                .containsExactly(
                        "Latin.java: read as windows-1252, because it is not UTF-8.",
                        "Utf16.java: read as UTF-16LE, because it is not UTF-8.",
                        "Utf16be.java: read as UTF-16BE, because it is not UTF-8.");
    }

    private static Submission read(Path path) {
        return new SubmissionReader(IntakeLimits.DEFAULT).read(new NamedPath(path, "a"));
    }
}
