package gradus.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Asks the script how long PyTorch takes, on one thread, with its libraries free to choose their kernels. */
record Torch(String python, Path script) {
    /** The median, in milliseconds; nothing where there is no PyTorch. */
    OptionalDouble millis(Work work) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(python, script.toString(), work.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
        builder.environment()
                .putAll(Map.of(
                        "OPENBLAS_NUM_THREADS",
                        "1",
                        "OMP_NUM_THREADS",
                        "1",
                        "GLIBC_TUNABLES",
                        "glibc.malloc.hugetlb=1"));
        Process process = builder.start();
        byte[] printed = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            System.err.println("No PyTorch to compare with: " + script + " ended with " + process.exitValue() + ".");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                new ObjectMapper().readTree(printed).get(work.name()).asDouble());
    }
}
