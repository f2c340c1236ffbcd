package gradus.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
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

    private Bench() {}

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        PrintStream out = System.out;
        System.setOut(System.err); // JMH tells there how far it is
        String[] works = Arrays.copyOfRange(arguments, 2, arguments.length);
        Map<String, Double> torch = Torch.millis(arguments[0], Path.of(arguments[1]), works);
        List<Timing> timings = new ArrayList<>();
        for (RunResult result : new Runner(options(works)).run()) {
            timings.add(timing(result, torch));
        }
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(timings));
    }

    private static Timing timing(RunResult result, Map<String, Double> torch) {
        String work = result.getParams().getParam("work");
        double millis = result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
        return Timing.of(
                work.toLowerCase(Locale.ROOT),
                millis,
                torch.get(work),
                result.getParams().getParam("backend"),
                Integer.parseInt(result.getParams().getParam("threads")));
    }

    private static Options options(String... works) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(ReferenceBenchmark.class.getSimpleName())
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(7)
                .measurementTime(TimeValue.milliseconds(300))
                .jvmArgsAppend("--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx2g");
        return works.length == 0
                ? options.build()
                : options.param("work", names(works)).build();
    }

    private static String[] names(String... works) {
        return Stream.of(works)
                .map(name -> Work.valueOf(name.toUpperCase(Locale.ROOT)).name())
                .toArray(String[]::new);
    }
}
