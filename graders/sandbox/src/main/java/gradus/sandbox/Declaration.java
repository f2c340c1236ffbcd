package gradus.sandbox;

import java.util.List;

/**
 * What the compiler's parser found in one file, however broken the rest of it is.
 *
 * @param path the source's path
 * @param packageName empty for the default package
 * @param types the simple names of the top-level types
 * @param accepted whether the package belongs to the exercises; other files are never compiled
 * @param problems what kept the parser from reading the file
 */
public record Declaration(
        String path, String packageName, List<String> types, boolean accepted, List<Problem> problems) {
    public Declaration {
        types = List.copyOf(types);
        problems = List.copyOf(problems);
    }
}
