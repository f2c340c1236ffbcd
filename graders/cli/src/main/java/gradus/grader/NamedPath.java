package gradus.grader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A submission on the command line, under a name that is a safe file name and unlike every other one.
 *
 * @param path where it lies
 * @param name the file name without its ending; the second of two equal ones is {@code alice-2}
 */
public record NamedPath(Path path, String name) {

    /** Files of the output folder, which no submission may take the place of. */
    private static final List<String> RESERVED = List.of("results", "gradebook.csv", "index.html");

    /** File systems allow 255 bytes, of which a character may take three. */
    private static final int LONGEST = 80;

    /** Names the paths in their order; the same list gives the same names. */
    public static List<NamedPath> of(List<Path> paths) {
        Set<String> taken = new HashSet<>(RESERVED);
        List<NamedPath> named = new ArrayList<>();
        for (Path path : paths) {
            named.add(new NamedPath(path, distinct(plainName(path), taken)));
        }
        return named;
    }

    private static String distinct(String name, Set<String> taken) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = name + "-" + i;
        }
        return candidate;
    }

    private static String plainName(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        String name = last == null ? "" : last.toString().replaceFirst("(?i)\\.(zip|jar|tar\\.gz|tgz)$", "");
        String safe = name.substring(0, Math.min(name.length(), LONGEST))
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\\\/:*?\"<>|]", "_")
                .replaceAll("^[.\\s]+|[.\\s]+$", "");
        return safe.isEmpty() ? "submission" : safe;
    }
}
