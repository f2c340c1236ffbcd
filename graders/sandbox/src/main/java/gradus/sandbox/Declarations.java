package gradus.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Where a compiler looks for a type: in the file that declares it, whatever the file is called. */
final class Declarations extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Path> files = new TreeMap<>();

    Declarations(StandardJavaFileManager files) {
        super(files);
    }

    /** Looks from now on into these files, by the full names of their types. */
    void set(Map<String, Path> declaring) {
        files.clear();
        files.putAll(declaring);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        return location == StandardLocation.SOURCE_PATH
                ? declared(packageName)
                : super.list(location, packageName, kinds, recurse);
    }

    private List<JavaFileObject> declared(String packageName) {
        return files.entrySet().stream()
                .filter(file -> packageOf(file.getKey()).equals(packageName))
                .<JavaFileObject>map(file -> new Declared(file.getKey(), open(file.getValue())))
                .toList();
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private JavaFileObject open(Path file) {
        return fileManager.getJavaFileObjects(file).iterator().next();
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Declared declared ? declared.type : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    /** A file, as the home of one of the types in it. */
    private static final class Declared extends ForwardingJavaFileObject<JavaFileObject> {
        private final String type;

        Declared(String type, JavaFileObject file) {
            super(file);
            this.type = type;
        }
    }
}
