package gradus.bench;

import gradus.tensor.Backend;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One work on one backend and so many threads, each in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReferenceBenchmark {
    @Param
    public Work work = Work.MATMUL_64;

    @Param({"plain", "vector"})
    public String backend = "plain";

    @Param({"1", "2"})
    public int threads = 1;

    private Backend running = Backend.plain();
    private Supplier<Object> prepared = Object::new;

    @Setup
    public void prepare() {
        running = Backend.named(backend, threads);
        prepared = Backend.on(running, work::prepared);
    }

    @Benchmark
    public Object measure() {
        return Backend.on(running, prepared);
    }
}
