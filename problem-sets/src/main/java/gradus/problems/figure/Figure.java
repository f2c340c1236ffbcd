package gradus.problems.figure;

import java.util.function.UnaryOperator;

/**
 * A drawing that belongs to a problem or to one of its parts.
 *
 * @param caption what stands below it; empty for none
 * @param description what is to be seen, in words, for everybody who does not see it
 */
public record Figure(String caption, String description, Picture picture) {
    /** The drawing as an SVG image, titled by the caption and described in words. */
    public String svg() {
        return Svg.of(picture.sheet(), caption, description);
    }

    /**
     * The drawing as a TikZ picture.
     *
     * @param escaping makes plain text safe for LaTeX
     */
    public String tikz(UnaryOperator<String> escaping) {
        return Tikz.of(picture.sheet(), escaping);
    }

    /** The description and the caption, for a place that has no pictures. */
    public String words() {
        return "Figure: " + description + (caption.isEmpty() ? "" : " (" + caption + ")");
    }
}
