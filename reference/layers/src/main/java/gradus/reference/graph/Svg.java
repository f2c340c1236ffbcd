package gradus.reference.graph;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The elements of a picture, each as a line of SVG. */
final class Svg {
    private static final double MARGIN = 12;

    private Svg() {}

    /** A whole picture of a given size, on white with a margin around it. */
    static String picture(double width, double height, String content) {
        return format("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f" font-family="DejaVu Sans, Verdana, sans-serif" font-size="13">
                <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>
                <rect width="100%%" height="100%%" fill="white"/>
                <g transform="translate(%3$.0f %3$.0f)">
                %4$s</g>
                </svg>
                """, width + 2 * MARGIN, height + 2 * MARGIN, MARGIN, content);
    }

    /** A line with a tip at its end, through corners x, y, x, y, … */
    static String arrow(List<Double> corners) {
        String points = corners.stream().map(number -> format("%.1f", number)).collect(Collectors.joining(" "));
        return format("<polyline points=\"%s\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#tip)\"/>%n", points);
    }

    /** A box with round corners, and what one reads when pointing at it. */
    static String box(double x, double y, double width, double height, double radius, String fill, String title) {
        return format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" fill=\"%s\" stroke=\"#333\"><title>%s</title></rect>%n",
                x, y, width, height, radius, fill, escaped(title));
    }

    /** A line of text with its middle at x. */
    static String text(double x, double y, String colour, String text) {
        return format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n",
                x, y, colour, escaped(text));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
