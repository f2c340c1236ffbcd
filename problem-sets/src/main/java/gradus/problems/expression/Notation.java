package gradus.problems.expression;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas as one writes them on paper, in plain characters: {@code θ²}, {@code Wᵀ}, {@code ŷ}, {@code X.T}, {@code h_{3}}. */
final class Notation {
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String SUBSCRIPTS = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";
    private static final Pattern EXPONENT = Pattern.compile("([\u207b]?)([" + SUPERSCRIPTS + "]+)");
    private static final Pattern LIBRARY = Pattern.compile("\\b(?:np|numpy|torch)\\.");
    private static final Pattern NORM =
            Pattern.compile("(?:\\|\\|([^|]+)\\|\\||\u2016([^\u2016]+)\u2016)(?:_2(?!\\d)|_F|\u2082)?");
    private static final Pattern BARS = Pattern.compile("\\|([^|]+)\\|");
    private static final Pattern METHOD = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\.(sum|mean)\\(\\s*\\)");
    private static final Pattern INDEX = Pattern.compile("_\\{([^{}]*)\\}");
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("\u1d40", "^T "),
            Map.entry("^\u22a4", "^T "),
            Map.entry("\u22a4", "^T "),
            Map.entry(".T", "^T "),
            Map.entry(".*", "\u2218"),
            Map.entry("\u2299", "\u2218"),
            Map.entry("\u221a", " sqrt"),
            Map.entry("\u03a3", " sum "),
            Map.entry("\u2211", " sum "),
            Map.entry("\u2207", "nabla"),
            Map.entry("\u2202", "d"),
            Map.entry("{", "("),
            Map.entry("}", ")"),
            Map.entry("\u2019", "'"),
            Map.entry("\u2032", "'"),
            Map.entry("\u2033", "''"));
    private static final Pattern SIGN = Pattern.compile(
            "\\^\u22a4|\\.T\\b|\\.\\*|[\u1d40\u22a4\u2299\u221a\u03a3\u2211" + "\u2207\u2202{}\u2019\u2032\u2033]");
    private static final Map<String, String> GREEK = greek();
    private static final Pattern LETTER = Pattern.compile("[\u03b1-\u03c9\u0398\u039b\u03a9\u03a6\u03a8\u0394\u0393]");

    private Notation() {}

    /** The same formula in letters, digits and operators. */
    static String plain(String text) {
        String plain = INDEX.matcher(hats(text))
                .replaceAll(match -> "_" + match.group(1).replaceAll("[^\\p{L}\\p{N}]", ""));
        plain = NORM.matcher(LIBRARY.matcher(plain).replaceAll("")).replaceAll(" norm($1$2)");
        plain = BARS.matcher(plain).replaceAll(" abs($1)");
        plain = METHOD.matcher(plain).replaceAll(" $2($1)");
        plain = EXPONENT.matcher(plain).replaceAll(Notation::exponent);
        plain = SIGN.matcher(plain)
                .replaceAll(match -> Matcher.quoteReplacement(SIGNS.getOrDefault(match.group(), "")));
        plain = LETTER.matcher(plain).replaceAll(match -> " " + GREEK.getOrDefault(match.group(), match.group()));
        StringBuilder digits = new StringBuilder(plain);
        for (int i = 0; i < digits.length(); i++) {
            int digit = SUBSCRIPTS.indexOf(digits.charAt(i));
            if (digit >= 0) {
                digits.setCharAt(i, (char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** y with a circumflex is yhat. */
    private static String hats(String text) {
        return text.codePoints().noneMatch(c -> c > 127)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replace("\u0302", "hat")
                        .replaceAll("\\p{M}+", "");
    }

    private static String exponent(MatchResult match) {
        StringBuilder digits = new StringBuilder(match.group(1).isEmpty() ? "^" : "^-");
        match.group(2).chars().forEach(c -> digits.append((char) ('0' + SUPERSCRIPTS.indexOf(c))));
        return digits.toString();
    }

    private static Map<String, String> greek() {
        Map<String, String> names = new HashMap<>();
        String[] small = {
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
        };
        for (int i = 0; i < small.length; i++) {
            names.put(String.valueOf((char) ('\u03b1' + i)), small[i]);
        }
        names.put("\u0398", "Theta");
        names.put("\u039b", "Lambda");
        names.put("\u03a9", "Omega");
        names.put("\u03a6", "Phi");
        names.put("\u03a8", "Psi");
        names.put("\u0394", "Delta");
        names.put("\u0393", "Gamma");
        return Map.copyOf(names);
    }
}
