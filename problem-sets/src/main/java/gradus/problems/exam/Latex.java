package gradus.problems.exam;

import gradus.problems.figure.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mathematics and text as LaTeX, for an article with amsmath and amssymb. */
final class Latex implements Notation {
    private static final Map<Integer, String> ESCAPED = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '<', "\\textless{}"),
            Map.entry((int) '>', "\\textgreater{}"),
            Map.entry((int) '|', "\\textbar{}"),
            Map.entry((int) '"', "\\textquotedbl{}"),
            Map.entry((int) '-', "{-}"),
            Map.entry((int) '`', "\\textasciigrave{}"),
            Map.entry((int) '\'', "\\textquotesingle{}"),
            Map.entry(0xa0, "~"));
    /** Signs beyond Latin letters, as mathematics. */
    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '×', "\\times "),
            Map.entry((int) '·', "\\cdot "),
            Map.entry((int) '∘', "\\circ "),
            Map.entry((int) '−', "-"),
            Map.entry((int) '∂', "\\partial "),
            Map.entry((int) '′', "'"),
            Map.entry((int) '≤', "\\le "),
            Map.entry((int) '≥', "\\ge "),
            Map.entry((int) '≠', "\\ne "),
            Map.entry((int) '→', "\\to "),
            Map.entry((int) '‖', "\\Vert "),
            Map.entry((int) '⌊', "\\lfloor "),
            Map.entry((int) '⌋', "\\rfloor "),
            Map.entry((int) '⌈', "\\lceil "),
            Map.entry((int) '⌉', "\\rceil "),
            Map.entry((int) '²', "{}^2"),
            Map.entry((int) '³', "{}^3"),
            Map.entry((int) 'ᵀ', "{}^T"),
            Map.entry((int) '∈', "\\in "),
            Map.entry((int) '∞', "\\infty "),
            Map.entry((int) '√', "\\surd "),
            Map.entry((int) '…', "\\ldots "));

    private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω";
    private static final List<String> NAMES = List.of(
            "alpha",
            "beta",
            "gamma",
            "delta",
            "varepsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "omicron",
            "pi",
            "rho",
            "sigma",
            "varsigma",
            "tau",
            "upsilon",
            "varphi",
            "chi",
            "psi",
            "omega");

    @Override
    public String number(String digits) {
        return digits;
    }

    @Override
    public String name(String letters) {
        boolean one = letters.codePointCount(0, letters.length()) == 1;
        return one ? mathematical(letters) : "\\mathit{" + mathematical(letters) + "}";
    }

    @Override
    public String word(String letters) {
        return "\\mathrm{" + mathematical(letters) + "}";
    }

    @Override
    public String sign(String sign) {
        return mathematical(sign);
    }

    /** Letters and signs inside mathematics; what has no sign there is put as text. */
    private String mathematical(String text) {
        return text.codePoints().mapToObj(this::mathematical).collect(Collectors.joining());
    }

    private String mathematical(int c) {
        String sign = sign(c);
        if (!sign.isEmpty()) {
            return sign;
        }
        boolean plain = (c < 128 && !ESCAPED.containsKey(c)) || c == '-' || c == '|' || c == '\'';
        return plain ? Character.toString(c) : "\\text{" + text(Character.toString(c)) + "}";
    }

    private static String sign(int c) {
        int greek = GREEK.indexOf(c);
        if (greek >= 0) {
            return "\\" + NAMES.get(greek) + " ";
        }
        return c == 'Σ' ? "\\Sigma " : c == 'Δ' ? "\\Delta " : SIGNS.getOrDefault(c, "");
    }

    @Override
    public String row(List<String> pieces) {
        return "{" + String.join(" ", pieces) + "}";
    }

    @Override
    public String fraction(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    @Override
    public String root(String inside) {
        return "\\sqrt{" + inside + "}";
    }

    @Override
    public String index(String base, String index) {
        return "{" + base + "}_{" + index + "}";
    }

    @Override
    public String power(String base, String exponent) {
        return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public String accent(String base, String accent) {
        return (accent.equals("^") ? "\\hat{" : "\\tilde{") + base + "}";
    }

    @Override
    public String fenced(String open, String inside, String close) {
        return "\\left" + mathematical(open) + "{" + inside + "}\\right" + mathematical(close);
    }

    @Override
    public String matrix(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(" & ", row))
                .collect(Collectors.joining(" \\\\ ", "\\begin{bmatrix}", "\\end{bmatrix}"));
    }

    @Override
    public String inline(String formula) {
        return "$" + formula + "$";
    }

    @Override
    public String equation(List<String> pieces) {
        return inline(String.join(" ", pieces));
    }

    @Override
    public String figure(Optional<Figure> figure) {
        return figure.map(drawn -> "\\begin{center}\n" + drawn.tikz(this::text)
                        + (drawn.caption().isEmpty() ? "" : "\\\\[2pt]\n{\\small " + text(drawn.caption()) + "}")
                        + "\n\\end{center}")
                .orElse("");
    }

    @Override
    public String text(String plain) {
        return plain.codePoints().mapToObj(Latex::escaped).collect(Collectors.joining());
    }

    private static String escaped(int c) {
        if (ESCAPED.containsKey(c)) {
            return Objects.requireNonNull(ESCAPED.get(c));
        }
        if (c == '\n' || (c >= ' ' && c < 0x250)) {
            String sign = SIGNS.get(c);
            return sign == null ? Character.toString(c) : "$" + sign + "$";
        }
        String sign = sign(c);
        return sign.isEmpty() ? String.format(Locale.ROOT, "[U+%04X]", c) : "$" + sign + "$";
    }
}
