package gradus.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the script how long PyTorch takes, on one thread, with its libraries free to choose their kernels. */
final class Torch {
    private Torch() {}

    static Map<String, Double> millis(String python, Path script, String... works)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(List.of(works));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        byte[] printed = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            System.err.println("No PyTorch to compare with: " + script + " ended with " + process.exitValue() + ".");
            return Map.of();
        }
        return new ObjectMapper().readValue(printed, new TypeReference<>() {});
    }
}
