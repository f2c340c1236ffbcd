package gradus.grader;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A submission in a {@code .tar.gz}; every inflated byte is counted, also of entries that are passed over. */
record TarCarrier(Path file) implements Carrier {

    @Override
    public void unload(Intake intake) throws IOException {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                InputStream inflated = gunzip(packed);
                TarArchiveInputStream tar = new TarArchiveInputStream(new Counted(inflated, intake))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                intake.count();
                unload(tar, entry, intake);
            }
        }
    }

    private static InputStream gunzip(InputStream packed) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get();
    }

    private static void unload(TarArchiveInputStream tar, TarArchiveEntry entry, Intake intake) throws IOException {
        if (isPlain(entry) && tar.canReadEntryData(entry)) {
            intake.offer(entry.getName(), () -> new Unclosed(tar));
        } else if (!entry.isDirectory()) {
            intake.note(entry.getName() + ": left out, because it is a link or a device and not a file.");
        }
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        boolean plain = entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
        return plain && !entry.isDirectory();
    }

    /** Leaves the archive open when one entry has been read. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive goes on behind this entry
        }
    }
}
