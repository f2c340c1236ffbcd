package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamCommandTest {
    @TempDir
    Path folder;

    private Path spec;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        spec = folder.resolve("exam.yaml");
        out = folder.resolve("out");
        Files.writeString(spec, """
                title: Endterm
                problems: [{id: 2022ss-6, points: 12}, {id: md-4.2}]
                students: [{id: s1, name: Ada}, {id: s2}]
                """);
    }

    private Screen build() {
        return Screen.of("exam", "build", spec.toString(), "--seed", "7", "--out", out.toString());
    }

    private String paper(String student) {
        return build().out()
                .lines()
                .filter(line -> line.endsWith(student))
                .map(line -> line.split(" ", -1)[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_student_gets_a_folder_with_paper_solution_and_exports() {
        Screen screen = build();

        assertThat(screen.code()).isZero();
        assertThat(screen.out()).endsWith("2 papers in " + out + "\n");
        assertThat(out.resolve("keys.json")).isRegularFile();
        for (String student : List.of("s1", "s2")) {
            Path own = out.resolve(paper(student));
            for (String file : List.of(
                    "paper.html",
                    "solution.html",
                    "paper.tex",
                    "solution.tex",
                    "exports.txt",
                    "moodle/moodle.xml",
                    "gift/gift.txt",
                    "qti/imsmanifest.xml",
                    "qti/test.xml",
                    "qti/item-2.xml",
                    "stack/stack.xml")) {
                assertThat(own.resolve(file)).isNotEmptyFile();
            }
        }
    }

    @Test
    void the_report_says_what_became_of_every_answer() throws IOException {
        String report = Files.readString(out.resolve(paper("s1")).resolve("exports.txt"));

        assertThat(report).contains("moodle  1. 2022ss-6  h1  left out  (a step without credits)\n");
        assertThat(report).contains("stack  1. 2022ss-6  w11new  numerical\n");
    }

    @Test
    void check_finds_the_key_by_the_id_of_the_paper() {
        String paper = paper("s2");

        Screen right = Screen.of("check", paper + "/1", "--exam", out.toString(), "yhat1=2", "--json");

        assertThat(right.out()).contains("\"problem\":\"2022ss-6\"").contains("\"earned\":1.0");
    }

    @Test
    void a_paper_that_there_is_not_is_a_misuse() {
        build();

        Screen screen = Screen.of("check", "ABCD-EFGH/1", "--exam", out.toString(), "yhat1=2");

        assertThat(screen.code()).isEqualTo(2);
        assertThat(screen.err()).contains("no paper there has a problem 'ABCD-EFGH/1'.");
        assertThat(Screen.of("check", "A/1", "--exam", folder.toString(), "a=1").err())
                .contains("there is no file");
    }

    @Test
    void a_variant_behind_the_id_is_understood() {
        Screen varied = Screen.of("check", "2022ss-6@17", "yhat1=2", "--json");

        assertThat(varied.out()).contains("\"problem\":\"2022ss-6\",\"variant\":\"17\"");
        assertThat(Screen.of("check", "L4-reg@17", "out1=2").err()).contains("the numbers of L4-reg do not vary.");
    }

    @Test
    void a_bad_spec_is_a_misuse() throws IOException {
        Files.writeString(spec, "title: T\nproblems: [{id: 2022ss-66}]\n");
        assertThat(build().err()).contains("there is no problem '2022ss-66'. Did you mean 2022ss-6?");
        assertThat(build().code()).isEqualTo(2);

        Files.writeString(spec, "title: T\nproblems: [{id: md-4.2}]\nstudent: []\n");
        assertThat(build().err()).contains("exam.yaml:3:").contains("did you mean 'students'");
        assertThat(Screen.of("exam", "build", "nowhere.yaml", "--out", out.toString())
                        .err())
                .contains("there is no file 'nowhere.yaml'.");
        assertThat(Screen.of("exam").code()).isEqualTo(2);
    }
}
