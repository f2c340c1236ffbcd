package gradus.demo;

import gradus.demo.picture.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a demo found: lines to read, the figures among them by name, and pictures. Grows while the demo runs. */
public final class Report {
    private static final int NAME_WIDTH = 46;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Picture> pictures = new ArrayList<>();

    /** Adds a line, formatted the English way on every machine. */
    public Report say(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
        return this;
    }

    /** Adds a line with a figure, such as {@code figure("accuracy", 0.985, "%.3f")}. */
    public Report figure(String name, double value, String format) {
        figures.put(name, value);
        return say("%-" + NAME_WIDTH + "s  %s", name, String.format(Locale.ROOT, format, value));
    }

    public Report draw(Picture picture) {
        pictures.add(picture);
        return this;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    /**
     * The value of a figure.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public double figure(String name) {
        Double value = figures.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Report.figure: expected one of " + figures.keySet() + " but got \"" + name + "\".");
        }
        return value;
    }
}
