package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a make-believe project, with a make-believe Maven that counts how often it builds. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherEndToEndTest {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final List<String> TOOLS = List.of(
            "basename",
            "cat",
            "cp",
            "date",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "wc");

    @TempDir
    Path temporary;

    private Path project = Path.of("");
    private Path tools = Path.of("");
    private Path builds = Path.of("");

    /**
     * How the launcher ended.
     *
     * @param err the error stream
     */
    private record Ending(int code, String out, String err) {}

    @BeforeEach
    void make_a_project() throws IOException {
        project = Files.createDirectories(temporary.resolve("my project (ü)"));
        tools = Files.createDirectories(temporary.resolve("bin"));
        builds = temporary.resolve("builds");
        Files.copy(Project.root().resolve("gradus"), project.resolve("gradus"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String part : List.of(
                "graders/sandbox", "graders/checks", "graders/mutants", "graders/cli", "reference", "problem-sets")) {
            Files.createDirectories(project.resolve(part).resolve("src/main/java"));
        }
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("graders/pom.xml"), "<project/>");
        Files.writeString(project.resolve("graders/cli/src/main/java/A.java"), "class A {}");
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "exec " + found(tool) + " \"$@\"");
        }
        maven(
                "3.9.9",
                "echo built >> '" + builds + "'\nmkdir -p graders/cli/target/libs\ncp '" + jar()
                        + "' graders/cli/target/gradus-cli-1.jar\ncp '" + jar()
                        + "' graders/cli/target/libs/other.jar");
        age();
    }

    @Test
    void builds_on_first_use_and_not_again() throws Exception {
        Ending first = run(project.resolve("gradus"), "a b", "", "ü");
        Ending second = run(project.resolve("gradus"), "c");

        assertThat(first.out()).isEqualTo("[a b, , ü]\n");
        assertThat(first.err()).isEqualTo("gradus: building (only on first use and when sources changed) ...\n");
        assertThat(first.code()).isEqualTo(7);
        assertThat(second).isEqualTo(new Ending(7, "[c]\n", ""));
        assertThat(builds).hasContent("built\n");
    }

    @Test
    void builds_again_when_a_source_changed_or_went() throws Exception {
        run(project.resolve("gradus"));
        future(Files.writeString(project.resolve("graders/cli/src/main/java/B.java"), "class B {}"));
        run(project.resolve("gradus"));
        assertThat(builds).hasContent("built\nbuilt\n");

        age();
        Files.delete(project.resolve("graders/cli/src/main/java/B.java"));
        future(project.resolve("graders/cli/src/main/java"));
        run(project.resolve("gradus"));
        assertThat(builds).hasContent("built\nbuilt\nbuilt\n");
    }

    @Test
    void tests_readmes_and_submissions_are_no_reason_to_build() throws Exception {
        run(project.resolve("gradus"));
        for (String other :
                List.of("graders/cli/src/test/java/T.java", "graders/README.md", "exercises/src/main/java/E.java")) {
            Path file = project.resolve(other);
            Files.createDirectories(file.toAbsolutePath().getParent());
            future(Files.writeString(file, ""));
        }

        assertThat(run(project.resolve("gradus")).err()).isEmpty();
        assertThat(builds).hasContent("built\n");
    }

    @Test
    void a_broken_missing_or_unwritable_archive_changes_nothing() throws Exception {
        run(project.resolve("gradus"));
        Ending right = new Ending(7, "[x]\n", "");
        assertThat(run(project.resolve("gradus"), "x")).isEqualTo(right);
        Path archive = archives().get(0);

        byte[] half = Arrays.copyOf(Files.readAllBytes(archive), (int) Files.size(archive) / 2);
        assertThat(half).isNotEmpty();
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(archive, half);
        assertThat(run(project.resolve("gradus"), "x")).isEqualTo(right);
        Files.write(archive, new byte[0]);
        assertThat(run(project.resolve("gradus"), "x")).isEqualTo(right);
        Files.delete(archive);
        assertThat(run(project.resolve("gradus"), "x")).isEqualTo(right);
        assertThat(archives())
                .hasSize(1)
                .allSatisfy(made -> assertThat(made.getFileName()).hasToString("gradus-" + Files.size(made) + ".jsa"));

        Files.delete(archives().get(0));
        Path folder = archive.toAbsolutePath().getParent();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThat(run(project.resolve("gradus"), "x")).isEqualTo(right);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<Path> archives() throws IOException {
        try (var files = Files.walk(project.resolve("target/launcher"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    @Test
    void works_through_a_link_and_from_anywhere() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), project.resolve("gradus"));

        assertThat(run(link, "x").out()).isEqualTo("[x]\n");
    }

    @Test
    void several_at_once_build_once() throws Exception {
        maven(
                "3.9.9",
                Files.readString(tools.resolve("mvn")).lines().skip(2).reduce("sleep 1", (a, b) -> a + "\n" + b));
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(start(project.resolve("gradus"), "n" + i));
        }

        for (int i = 0; i < all.size(); i++) {
            assertThat(ending(all.get(i)).out()).isEqualTo("[n" + i + "]\n");
        }
        assertThat(builds).hasContent("built\n");
        assertThat(project.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void the_lock_of_a_dead_process_is_taken_over() throws Exception {
        Path lock = Files.createDirectories(project.resolve("target/launcher/lock"));
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

        assertThat(run(project.resolve("gradus"), "x").out()).isEqualTo("[x]\n");
    }

    @Test
    void a_failed_build_shows_what_maven_said() throws Exception {
        maven("3.9.9", "echo 'cannot compile A.java'; exit 1");

        Ending ending = run(project.resolve("gradus"));

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.err())
                .contains("cannot compile A.java")
                .endsWith("gradus: the build failed; Maven's output is above.\n");
    }

    @Test
    void exercises_that_do_not_compile_are_left_out() throws Exception {
        String build = Files.readString(tools.resolve("mvn")).lines().skip(2).reduce("", (a, b) -> a + "\n" + b);
        maven("3.9.9", "case \"$*\" in *withoutSkeletons*) ;; *) exit 1;; esac" + build);

        assertThat(run(project.resolve("gradus"), "x").out()).isEqualTo("[x]\n");
    }

    @Test
    void a_missing_java_or_maven_gets_one_sentence() throws Exception {
        Files.delete(tools.resolve("mvn"));
        assertSays(
                run(project.resolve("gradus")),
                "found no Maven. Install Maven, version 3.8 or newer, and put mvn on the PATH.");

        assertSays(
                ending(start(Map.of("PATH", tools.toString()), project.resolve("gradus"))),
                "found no Java. Install a JDK, version 17 or newer, or set JAVA_HOME to one.");
        assertSays(
                ending(start(Map.of("PATH", tools.toString(), "JAVA_HOME", "/nowhere"), project.resolve("gradus"))),
                "JAVA_HOME is /nowhere, but there is no bin/java in it. Set it to a JDK, version 17 or newer.");
    }

    @Test
    void an_old_java_or_maven_gets_one_sentence() throws Exception {
        maven("3.6.3", "");
        assertSays(
                run(project.resolve("gradus")),
                "needs Maven 3.8 or newer, but " + tools.resolve("mvn")
                        + " is version 3.6.3. Put a newer mvn on the PATH.");

        for (Map.Entry<String, String> old :
                Map.of("1.8.0_392", "openjdk", "11.0.2", "java").entrySet()) {
            Path home = temporary.resolve("jdk-" + old.getKey());
            script(
                    home.resolve("bin/java"),
                    "echo '" + old.getValue() + " version \"" + old.getKey() + "\" 2020-01-01' >&2");

            assertSays(
                    ending(start(
                            Map.of("PATH", tools.toString(), "JAVA_HOME", home.toString()), project.resolve("gradus"))),
                    "needs a JDK, version 17 or newer, but " + home.resolve("bin/java") + " is version " + old.getKey()
                            + ". Set JAVA_HOME to a newer one.");
        }
    }

    @Test
    void a_java_without_a_compiler_gets_one_sentence() throws Exception {
        Path home = temporary.resolve("jre");
        script(
                home.resolve("bin/java"),
                "[ $1 = -version ] && echo 'openjdk version \"21.0.1\"' >&2\necho java.base@21");

        assertSays(
                ending(start(
                        Map.of("PATH", tools.toString(), "JAVA_HOME", home.toString()), project.resolve("gradus"))),
                "needs a JDK, but " + home.resolve("bin/java")
                        + " has no compiler. Install the JDK and not only the runtime.");
    }

    private static void assertSays(Ending ending, String sentence) {
        assertThat(ending).isEqualTo(new Ending(1, "", "gradus: " + sentence + "\n"));
    }

    private Ending run(Path launcher, String... arguments) throws Exception {
        return ending(start(launcher, arguments));
    }

    private Process start(Path launcher, String... arguments) throws IOException {
        return start(Map.of("PATH", tools.toString(), "JAVA_HOME", JAVA_HOME.toString()), launcher, arguments);
    }

    private Process start(Map<String, String> environment, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ending ending(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ending(process.exitValue(), out, err);
    }

    private void maven(String version, String build) throws IOException {
        script(
                tools.resolve("mvn"),
                "case \"$*\" in *-version*) echo 'Apache Maven " + version + " (x)'; exit;; esac\n" + build);
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A program that shows its arguments and ends with 7. */
    private Path jar() throws IOException {
        Path jar = temporary.resolve("program.jar");
        if (Files.exists(jar)) {
            return jar;
        }
        Path source = Files.writeString(temporary.resolve("Gradus.java"), """
                package gradus.cli;
                public class Gradus {
                    public static void main(String[] arguments) {
                        new java.io.PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8)
                                .println(java.util.Arrays.toString(arguments));
                        System.exit(7);
                    }
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", temporary.toString(), source.toString()))
                .isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("gradus/cli/Gradus.class"));
            out.write(Files.readAllBytes(temporary.resolve("gradus/cli/Gradus.class")));
        }
        return jar;
    }

    /** Makes everything look an hour old, so that what is touched later is newer on any file system. */
    private void age() throws IOException {
        try (var files = Files.walk(project)) {
            for (Path file : files.filter(path -> !path.startsWith(project.resolve("target")))
                    .toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
            }
        }
    }

    private static void future(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private static Path found(String tool) {
        return List.of("/usr/bin", "/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
