package gradus.problems;

import gradus.problems.expression.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The problems that come with Gradus, one YAML file each in a folder per source; {@code index.txt} lists folders and files. */
public final class ProblemBank {
    private static final String INDEX = "index.txt";

    private ProblemBank() {}

    /** The ids of all problems, in the order of the index. */
    public static List<String> ids() {
        return files().stream().map(ProblemBank::id).toList();
    }

    /** All problems, in the order of the index. */
    public static List<Problem> all() {
        return files().stream().map(ProblemBank::load).toList();
    }

    /** The problem of this id, if there is one. */
    public static Optional<Problem> find(String id) {
        return files().stream().filter(file -> id(file).equals(id)).findFirst().map(ProblemBank::load);
    }

    /** The id that was probably meant. */
    public static Optional<String> nearest(String id) {
        return Nearest.to(id, ids());
    }

    /** Reads a problem that somebody is writing. */
    public static Problem read(Path file) throws IOException {
        return ProblemReader.read(file.getFileName().toString(), Files.readString(file));
    }

    static List<String> files() {
        return lines(INDEX)
                .flatMap(folder -> lines(folder + "/" + INDEX).map(file -> folder + "/" + file))
                .toList();
    }

    private static Stream<String> lines(String name) {
        return resource(name).lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Misprints of places that no problem concerns. */
    public static List<LooseErratum> errata() {
        return Yaml.list("errata.yaml", resource("errata.yaml"), LooseErratum[].class);
    }

    /** The credits of each paper, by its headers. */
    public static List<Audit> audits() {
        return Yaml.list("audit.yaml", resource("audit.yaml"), Audit[].class);
    }

    private static String id(String file) {
        return file.substring(file.indexOf('/') + 1).replace(".yaml", "");
    }

    private static Problem load(String file) {
        return ProblemReader.read(file, resource(file));
    }

    private static String resource(String name) {
        try (InputStream in = ProblemBank.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("ProblemBank: expected the resource " + name + " but it is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
