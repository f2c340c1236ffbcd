package gradus.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures the reference and PyTorch, one after the other on one thread of the same machine, and sets them side by side.
 *
 * <p>Arguments: the Python that has PyTorch, the script, then names of works, all by default. JSON goes to the output stream, progress
 * to the error stream.
 */
public final class Bench {
    private static final int MEDIAN = 50;

    /** With huge pages where there are any, for arrays as large as these; PyTorch gets them too. */
    private static final String[] FLAGS = {
        "--add-modules=jdk.incubator.vector",
        "-XX:+UseSerialGC",
        "-Xmx2g",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:+UseTransparentHugePages"
    };

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        PrintStream out = System.out;
        System.setOut(System.err); // JMH tells there how far it is
        List<Timing> timings = new ArrayList<>();
        for (Work work : works(Arrays.copyOfRange(arguments, 2, arguments.length))) {
            timings.addAll(timings(work, new Torch(arguments[0], Path.of(arguments[1]))));
        }
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(timings));
    }

    private static Work[] works(String... names) {
        return names.length == 0
                ? Work.values()
                : Stream.of(names)
                        .map(name -> Work.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toArray(Work[]::new);
    }

    /** PyTorch before and after, so that a machine that grows slower meanwhile does so for both. */
    private static List<Timing> timings(Work work, Torch torch)
            throws RunnerException, IOException, InterruptedException {
        OptionalDouble before = torch.millis(work);
        Collection<RunResult> results = new Runner(options(work)).run();
        OptionalDouble after = torch.millis(work);
        Double mean = before.isPresent() && after.isPresent() ? (before.getAsDouble() + after.getAsDouble()) / 2 : null;
        return results.stream().map(result -> timing(work, result, mean)).toList();
    }

    private static Timing timing(Work work, RunResult result, @Nullable Double torch) {
        double millis = result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
        return Timing.of(
                work.name().toLowerCase(Locale.ROOT),
                millis,
                torch,
                result.getParams().getParam("backend"),
                Integer.parseInt(result.getParams().getParam("threads")));
    }

    private static Options options(Work work) {
        return new OptionsBuilder()
                .include(ReferenceBenchmark.class.getSimpleName())
                .param("work", work.name())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(7)
                .measurementTime(TimeValue.milliseconds(300))
                .jvmArgsAppend(FLAGS)
                .build();
    }
}
