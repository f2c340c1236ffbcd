package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gradus.subject.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every attack under bubblewrap, and those that only it holds. */
class BubblewrapEndToEndTest extends Attacks {
    /** Without bubblewrap the tests are skipped, unless the environment says that they must not be. */
    @Override
    Sandbox open(Limits limits) {
        if (!"1".equals(System.getenv("GRADUS_REQUIRE_SANDBOX"))) {
            assumeThat(Tools.installed().path("bwrap"))
                    .as("bwrap is not installed")
                    .isNotNull();
        }
        return Sandbox.open(Confinement.REQUIRE, limits);
    }

    @Test
    void a_sandbox_needs_no_warning() {
        assertThat(sandbox().kind()).isEqualTo("bwrap");
        assertThat(sandbox().warning()).isEmpty();
    }

    @Test
    void the_password_file_cannot_be_read() {
        assertThat(tried("Files.readString(Path.of(\"/etc/passwd\"))"))
                .hasMessageContaining("NoSuchFileException: /etc/passwd");
    }

    @Test
    void the_home_cannot_be_read() {
        String home = System.getProperty("user.home");

        assertThat(tried("new File(\"" + home + "\").list().length")).hasMessageContaining("NullPointerException");
    }

    @Test
    void the_project_cannot_be_read() {
        String here = Path.of("").toAbsolutePath().toString();

        assertThat(tried("new File(\"" + here + "\").list().length")).hasMessageContaining("NullPointerException");
    }

    @Test
    void nothing_outside_can_be_written() throws IOException {
        Path target = Files.createTempDirectory("gradus-test").resolve("forged.json");

        Failure failure = tried("Files.writeString(Path.of(\"" + target + "\"), \"{}\")");

        assertThat(failure).hasMessageContaining("NoSuchFileException");
        assertThat(target).doesNotExist();
        Files.delete(target.getParent());
    }

    @Test
    void the_own_classes_cannot_be_changed() {
        assertThat(
                        tried(
                                "Files.writeString(Path.of(x.getClass().getProtectionDomain().getCodeSource().getLocation().toURI()).resolveSibling(\"a\"), \"\")"))
                .hasMessageContaining("Read-only file system");
    }

    @Test
    void there_is_no_network() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(tried("new java.net.Socket(\"127.0.0.1\", " + server.getLocalPort() + ")"))
                    .hasMessageContaining("ConnectException");
        }
    }

    @Test
    void there_is_no_shell() {
        assertThat(tried("new ProcessBuilder(\"/bin/sh\", \"-c\", \"true\").start()"))
                .hasMessageContaining("Cannot run program");
    }

    @Test
    void no_other_process_is_seen() {
        assertThat(tried("List.of(ProcessHandle.allProcesses().count())")).hasMessageContaining("got [2]");
    }

    @Test
    void the_environment_is_empty() {
        assertThat(tried("new TreeMap<>(System.getenv()).keySet()")).hasMessageContaining("got [LC_ALL, PWD]");
    }

    @Test
    void temporary_files_stay_private() {
        assertThat(tried("Files.writeString(Files.createTempFile(\"a\", \"b\"), \"x\").startsWith(\"/tmp\")"))
                .hasMessageContaining("got true");
    }

    @Test
    void the_temporary_folder_is_small() {
        assertThat(
                        tried(
                                "fill()",
                                "static Object fill() throws Exception { for (int i = 0; i < 100; i++) Files.write(Path.of(\"/tmp/\" + i), new byte[1 << 20]); return 1; }"))
                .hasMessageContaining("No space left");
    }

    private Failure tried(String expression) {
        return tried(expression, "");
    }

    /** Evaluates an expression, whose value or exception is the message of the failure. */
    private Failure tried(String expression, String members) {
        return attack(
                "Object got; try { got = " + expression
                        + "; } catch (Exception e) { throw new IllegalStateException(e); } throw new IllegalStateException(\"got \" + got);",
                members);
    }
}
