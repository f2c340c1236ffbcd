package gradus.problems.exam;

import gradus.problems.figure.Figure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mathematics as presentation MathML, text as HTML. The style sheet slants letters and draws the brackets of matrices, so that no mathematical font is needed. */
final class MathMl implements Notation {
    @Override
    public String number(String digits) {
        return "<mn>" + text(digits) + "</mn>";
    }

    @Override
    public String name(String letters) {
        return letters.codePointCount(0, letters.length()) == 1
                ? "<mi mathvariant=\"normal\" class=\"letter\">" + text(letters) + "</mi>"
                : word(letters);
    }

    @Override
    public String word(String letters) {
        return "<mi mathvariant=\"normal\">" + text(letters) + "</mi>";
    }

    @Override
    public String sign(String sign) {
        return "<mo>" + text(sign) + "</mo>";
    }

    @Override
    public String row(List<String> pieces) {
        return pieces.stream().collect(Collectors.joining("", "<mrow>", "</mrow>"));
    }

    @Override
    public String fraction(String above, String below) {
        return "<mfrac>" + above + below + "</mfrac>";
    }

    @Override
    public String root(String inside) {
        return "<msqrt>" + inside + "</msqrt>";
    }

    @Override
    public String index(String base, String index) {
        return "<msub>" + base + index + "</msub>";
    }

    @Override
    public String power(String base, String exponent) {
        return "<msup>" + base + exponent + "</msup>";
    }

    @Override
    public String accent(String base, String accent) {
        return "<mover accent=\"true\">" + base + sign(accent.equals("^") ? "^" : "~") + "</mover>";
    }

    @Override
    public String fenced(String open, String inside, String close) {
        return "<mrow><mo fence=\"true\" stretchy=\"true\">" + open + "</mo>" + inside
                + "<mo fence=\"true\" stretchy=\"true\">" + close + "</mo></mrow>";
    }

    @Override
    public String matrix(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(entry -> "<mtd>" + entry + "</mtd>")
                        .collect(Collectors.joining("", "<mtr>", "</mtr>")))
                .collect(Collectors.joining("", "<mtable class=\"matrix\">", "</mtable>"));
    }

    @Override
    public String inline(String formula) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" displaystyle=\"true\">" + formula + "</math>";
    }

    @Override
    public String equation(List<String> pieces) {
        return inline(row(pieces));
    }

    @Override
    public String figure(Optional<Figure> figure) {
        return figure.map(drawn -> drawn.svg()
                        + (drawn.caption().isEmpty() ? "" : "<figcaption>" + text(drawn.caption()) + "</figcaption>"))
                .orElse("");
    }

    @Override
    public String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
