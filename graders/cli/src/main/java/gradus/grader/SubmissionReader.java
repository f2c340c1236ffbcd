package gradus.grader;

import gradus.report.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a directory, {@code .zip}, {@code .jar}, {@code .tar.gz} or {@code .tgz}; what cannot be read becomes a submission that says why. */
public final class SubmissionReader {

    private static final List<String> ZIP = List.of(".zip", ".jar");
    private static final List<String> TAR = List.of(".tar.gz", ".tgz");

    private final IntakeLimits limits;

    public SubmissionReader(IntakeLimits limits) {
        this.limits = limits;
    }

    /** Never throws for what it finds: an unreadable submission has an {@link Submission#error}. */
    public Submission read(NamedPath submission) {
        try {
            return read(submission.path(), submission.name());
        } catch (RefusedException e) {
            return unreadable(submission.name(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            return unreadable(submission.name(), "the archive is damaged: " + e.getMessage() + ". Pack it again.");
        }
    }

    private Submission read(Path path, String name) throws IOException {
        long packed = Files.isDirectory(path) ? Long.MAX_VALUE : sizeOf(path);
        Intake intake = new Intake(limits, packed);
        carrier(path).unload(intake);
        return intake.submission(name);
    }

    private long sizeOf(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new RefusedException("there is no such file or folder, or it may not be read. Check the path.");
        }
        if (!Files.isRegularFile(path)) {
            throw new RefusedException(
                    "expected a file or a folder but got something else, such as a pipe or a device.");
        }
        if (Files.size(path) > limits.archiveBytes()) {
            throw new RefusedException("expected an archive of at most " + limits.archiveBytes() + " bytes but got "
                    + Files.size(path) + ". Hand in the exercises' Java files only.");
        }
        return Files.size(path);
    }

    private static Carrier carrier(Path path) throws RefusedException {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(path)) {
            return new Folder(path);
        }
        if (ZIP.stream().anyMatch(name::endsWith)) {
            return new ZipCarrier(path);
        }
        if (TAR.stream().anyMatch(name::endsWith)) {
            return new TarCarrier(path);
        }
        throw new RefusedException("expected a folder, .zip, .jar or .tar.gz but got " + path.getFileName()
                + ". Pack the Java files into one of these.");
    }

    private static Submission unreadable(String name, @Nullable String why) {
        return new Submission(name, List.of(), List.of(), new Digest().hex(), Plain.line(String.valueOf(why)));
    }
}
