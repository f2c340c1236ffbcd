package gradus.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java text declares at its top level, found by scanning and not by compiling: only the sandbox may compile what a stranger wrote.
 * A text that deceives the scanner (say with unicode escapes in a keyword) is not found, and so earns nothing.
 *
 * @param packageName the package, or the empty string
 * @param types the simple names of the types at the top level, in order
 */
public record Declarations(String packageName, List<String> types) {

    private static final String IDENTIFIER = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";

    /** Comments, text blocks, strings and characters; possessive, so that a long one cannot exhaust the stack. */
    private static final Pattern NOISE = Pattern.compile("//[^\\n]*+"
            + "|/\\*(?s:.*?)\\*/"
            + "|\"\"\"(?s:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\""
            + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\""
            + "|'(?:[^'\\\\\\n]|\\\\.)*+'");

    private static final Pattern PACKAGE =
            Pattern.compile("\\bpackage\\s+(" + IDENTIFIER + "(?:\\s*+\\.\\s*+" + IDENTIFIER + ")*+)\\s*+;");

    private static final Pattern BRACE_OR_TYPE =
            Pattern.compile("[{}]|\\b(?:class|interface|enum|record)\\s+(" + IDENTIFIER + ")");

    public Declarations {
        types = List.copyOf(types);
    }

    static Declarations of(String text) {
        String bare = NOISE.matcher(text).replaceAll(" ");
        return new Declarations(packageOf(bare), typesOf(bare));
    }

    private static String packageOf(String bare) {
        Matcher matcher = PACKAGE.matcher(bare);
        return matcher.find() ? matcher.group(1).replaceAll("\\s", "") : "";
    }

    private static List<String> typesOf(String bare) {
        List<String> types = new ArrayList<>();
        int depth = 0;
        for (Matcher matcher = BRACE_OR_TYPE.matcher(bare); matcher.find(); ) {
            switch (matcher.group().charAt(0)) {
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {
                    if (depth == 0) {
                        types.add(matcher.group(1));
                    }
                }
            }
        }
        return types;
    }
}
