package gradus.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the commands that this machine has. */
interface Tools {
    /** Returns where the command is, or null. */
    @Nullable
    Path path(String command);

    static Tools installed() {
        return command -> Stream.of("/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin")
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
