package gradus.grader;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A submission in a folder; links in it are not followed. */
record Folder(Path root) implements Carrier {

    @Override
    public void unload(Intake intake) throws IOException {
        Files.walkFileTree(root.toRealPath(), new Walk(root.toRealPath(), intake));
    }

    private record Walk(Path start, Intake intake) implements FileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            intake.count();
            boolean junk = !folder.equals(start) && Intake.isJunk(String.valueOf(folder.getFileName()));
            return junk ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            intake.count();
            if (attributes.isRegularFile()) {
                intake.offer(name(file), () -> new Counted(Files.newInputStream(file), intake));
            } else if (!Intake.isJunk(String.valueOf(file.getFileName()))) {
                intake.note(name(file) + ": left out, because it is a link and not a file.");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            intake.note(name(file) + ": left out, because it cannot be read.");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return start.relativize(file).toString();
        }
    }
}
