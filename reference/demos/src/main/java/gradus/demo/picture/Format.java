package gradus.demo.picture;

import java.util.Locale;

/** How a picture is kept: as lines that scale, or as pixels. */
public enum Format {
    SVG,
    PNG;

    /** The ending of a file's name. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
