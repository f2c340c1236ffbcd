package gradus.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus bench reference}: how long the reference takes, beside PyTorch; measured by JMH in processes of its own. */
@Command(name = "bench", description = "Measure how long Gradus takes.", mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {
    /** One line of what the benchmark printed; without PyTorch there is nothing to compare with. */
    private record Timing(
            String work,
            double gradusMillis,
            @Nullable Double torchMillis,
            @Nullable Double ratio,
            String backend,
            int threads) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected reference.");
    }

    @Command(
            name = "reference",
            description = "Measure the layers on every backend, beside PyTorch's float64 on one thread. Takes minutes.",
            mixinStandardHelpOptions = true)
    void reference(
            @Parameters(paramLabel = "WORK", arity = "0..*", description = "Such as matmul_512; all by default.")
                    @Nullable
                    List<String> works,
            @Option(
                            names = "--python",
                            description = "The Python that has PyTorch (${DEFAULT-VALUE} by default).",
                            defaultValue = "/usr/bin/python3")
                    String python,
            @Option(names = "--json", description = "Print JSON.") boolean json)
            throws IOException, InterruptedException {
        Path bench = home().resolve("reference/bench");
        execute(List.of(
                maven(),
                "-q",
                "-B",
                "-Pbench",
                "-pl",
                "reference/bench",
                "-am",
                "package",
                "-Dmaven.test.skip=true",
                "-Djacoco.skip=true"));
        String measured = execute(measuring(bench, python, works == null ? List.of() : works));
        if (json) {
            spec.commandLine().getOut().print(measured);
        } else {
            print(new ObjectMapper().readValue(measured, new TypeReference<>() {}));
        }
    }

    private void print(List<Timing> timings) {
        var out = spec.commandLine().getOut();
        out.printf(
                "%-20s %-7s %7s %12s %12s %7s%n", "work", "backend", "threads", "gradus [ms]", "torch [ms]", "ratio");
        for (Timing t : timings) {
            out.printf(
                    "%-20s %-7s %7d %12.3f %12s %7s%n",
                    t.work(), t.backend(), t.threads(), t.gradusMillis(), text(t.torchMillis()), text(t.ratio()));
        }
    }

    private static String text(@Nullable Double number) {
        return number == null ? "-" : "%.3f".formatted(number);
    }

    private static List<String> measuring(Path bench, String python, List<String> works) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = bench.resolve("target/libs/*") + File.pathSeparator + bench.resolve("target/classes");
        List<String> command = new ArrayList<>(List.of(
                java,
                "-cp",
                classes,
                "gradus.bench.Bench",
                python,
                bench.resolve("src/main/python/torch_times.py").toString()));
        command.addAll(works);
        return command;
    }

    private static String maven() {
        return File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    }

    private Path home() {
        String home = System.getProperty("gradus.home", "");
        if (home.isEmpty() || !Files.isDirectory(Path.of(home, "reference", "bench"))) {
            throw new ParameterException(
                    spec.commandLine(), "bench measures the sources of Gradus: start it as ./gradus in their folder.");
        }
        return Path.of(home);
    }

    private String execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(home().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s ended with exit code %d.".formatted(command.get(0), process.exitValue()));
        }
        return printed;
    }
}
