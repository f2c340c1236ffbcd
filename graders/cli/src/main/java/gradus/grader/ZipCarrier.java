package gradus.grader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A submission in a {@code .zip} or {@code .jar}; entries that are not Java sources are never inflated. */
record ZipCarrier(Path file) implements Carrier {

    @Override
    public void unload(Intake intake) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                intake.count();
                unload(zip, entry, intake);
            }
        }
    }

    private static void unload(ZipFile zip, ZipArchiveEntry entry, Intake intake) throws IOException {
        if (entry.isUnixSymlink()) {
            intake.note(entry.getName() + ": left out, because it is a link and not a file.");
        } else if (!zip.canReadEntryData(entry)) {
            intake.note(entry.getName() + ": left out, because it is encrypted or packed in an unknown way.");
        } else if (!entry.isDirectory()) {
            intake.offer(entry.getName(), () -> new Counted(zip.getInputStream(entry), intake));
        }
    }
}
