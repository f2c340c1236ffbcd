package gradus.problems.exam;

import gradus.problems.figure.Figure;
import java.util.List;
import java.util.Optional;

/** A way of writing mathematics for print; every piece is complete in itself and can be put into others. */
interface Notation {
    String number(String digits);

    /** A name of one letter, or of several that belong together. */
    String name(String letters);

    /** An upright word, such as the name of a function. */
    String word(String letters);

    /** A sign between or before pieces. */
    String sign(String sign);

    String row(List<String> pieces);

    String fraction(String above, String below);

    String root(String inside);

    String index(String base, String index);

    String power(String base, String exponent);

    /** A sign above a piece: {@code ^} or {@code ~}. */
    String accent(String base, String accent);

    /** Brackets of the height of what is inside. */
    String fenced(String open, String inside, String close);

    String matrix(List<List<String>> rows);

    /** A whole formula, to be put into text. */
    String inline(String formula);

    /** The same of sides and signs between them, where lines may be broken. */
    String equation(List<String> pieces);

    /** A drawing with its caption; nothing where there is none. */
    String figure(Optional<Figure> figure);

    /** Plain text, with everything escaped that means something to the format. */
    String text(String plain);
}
