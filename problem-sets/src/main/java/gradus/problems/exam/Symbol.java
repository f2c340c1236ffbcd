package gradus.problems.exam;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of quantities as one writes them: {@code w11} is w with the index 11, {@code yhat1} a y with a hat, {@code alpha} α. */
final class Symbol {
    private static final Pattern NAME = Pattern.compile("(\\p{L}+?)(hat|tilde)?_?(\\d*)(?:_?(new|old|prev|next))?");
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eps", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("omega", "ω"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Delta", "Δ"));

    private Symbol() {}

    static String of(String name, Notation notation) {
        String plain = name.replace('ʹ', '\'');
        int primes = plain.length() - plain.replaceAll("'+$", "").length();
        String symbol = bare(plain.substring(0, plain.length() - primes), notation);
        return primes == 0 ? symbol : notation.power(symbol, notation.sign("′".repeat(primes)));
    }

    private static String bare(String name, Notation notation) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return notation.word(name);
        }
        String base = notation.name(GREEK.getOrDefault(parts.group(1), parts.group(1)));
        if (parts.group(2) != null) {
            base = notation.accent(base, parts.group(2).equals("hat") ? "^" : "~");
        }
        if (!parts.group(3).isEmpty()) {
            base = notation.index(base, notation.number(parts.group(3)));
        }
        return parts.group(4) == null ? base : notation.power(base, notation.word(parts.group(4)));
    }
}
