package gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where this project lies, and what lies where. */
final class Project {

    private Project() {}

    /** The root of the project: the folder with the launcher. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("gradus.cmd"))) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }

    static Path example(String name) {
        return root().resolve("graders/examples").resolve(name);
    }

    /** Every file below a folder with its time and size: two equal snapshots mean that nothing was written. */
    static Map<String, String> snapshot(Path folder) throws IOException {
        Map<String, String> snapshot = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                snapshot.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return snapshot;
    }
}
