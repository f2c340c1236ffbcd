package gradus.problems.kind;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as an examiner reads them: case, accents, hyphens, articles, plurals and spelling variants do not matter. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{N}+]+");
    private static final Pattern JOINED = Pattern.compile("[-\u2010-\u2015/.']");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "it", "is", "its", "this", "to", "of", "in", "on", "for", "by", "with", "use", "uses",
            "using", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "es", "ist", "sie", "zu", "mit",
            "von", "durch", "im");
    private static final Set<String> NONE =
            Set.of("none", "-", "{}", "[]", "()", "\u2205", "nothing", "keine", "keiner", "keines", "nichts");
    private static final int LONG = 8;

    private Words() {}

    /** Whether this says that nothing applies. */
    static boolean isNone(String text) {
        return NONE.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** All that counts of a text. */
    static String folded(String text) {
        String readable = text.replace('\u00d7', 'x').replace("\u221e", " infinity ");
        String plain =
                JOINED.matcher(readable.toLowerCase(Locale.ROOT)).replaceAll("").replace("\u00df", "ss");
        plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        List<String> words =
                Stream.of(REST.split(plain)).filter(word -> !word.isEmpty()).toList();
        List<String> telling =
                words.stream().filter(word -> !SMALL.contains(word)).toList();
        return (telling.isEmpty() ? words : telling).stream().map(Words::stem).collect(Collectors.joining());
    }

    private static String stem(String word) {
        String stem = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        stem = stem.replace("isation", "ization").replace("ising", "izing").replace("our", "or");
        stem = stem.endsWith("ise") ? stem.substring(0, stem.length() - 3) + "ize" : stem;
        return stem.length() > 3 && stem.endsWith("s") ? stem.substring(0, stem.length() - 1) : stem;
    }

    /** Whether two folded texts are the same, but for one typing error in a long one. */
    static boolean same(String a, String b) {
        return a.equals(b) || (Math.min(a.length(), b.length()) >= LONG && isOneEdit(a, b));
    }

    private static boolean isOneEdit(String a, String b) {
        int start = 0, common = Math.min(a.length(), b.length());
        while (start < common && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < common - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int left = a.length() - start - end, right = b.length() - start - end;
        boolean swapped = left == 2
                && right == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        return Math.max(left, right) <= 1 || swapped;
    }
}
