package gradus.problems;

import java.util.ArrayList;
import java.util.List;

/** Text that fits a terminal of {@value #WIDTH} columns. */
public final class Lines {
    static final int WIDTH = 80;

    /** A space at which no line is broken. */
    private static final char NO_BREAK = '\u00a0';

    private final StringBuilder text = new StringBuilder();

    /** A sentence broken at spaces only, for a terminal that shows {@code before} on the same line first. */
    public static String after(String before, String sentence) {
        return (before + sentence)
                .replaceAll("(.{1," + WIDTH + "}|\\S+)( |$)", "$1\n")
                .stripTrailing()
                .substring(before.length());
    }

    /** Adds a line. */
    Lines add(String line) {
        text.append(line.replace(NO_BREAK, ' ').stripTrailing()).append('\n');
        return this;
    }

    /** Adds a text broken at spaces, every line indented. */
    Lines wrapped(String indent, String paragraph) {
        broken(paragraph, WIDTH - indent.length()).forEach(line -> add(indent + line));
        return this;
    }

    /** Adds a line with one piece at the left and one at the right margin. */
    Lines spread(String left, String right) {
        String text = left.stripLeading();
        return spread(left.substring(0, left.length() - text.length()), text, right);
    }

    /** The same behind a label, beside which a long text goes on. */
    Lines spread(String label, String paragraph, String right) {
        List<String> lines = broken(paragraph, WIDTH - label.length() - right.length() - 1);
        int gap = WIDTH - label.length() - lines.get(0).length() - right.length();
        add(label + lines.get(0) + " ".repeat(gap) + right);
        lines.subList(1, lines.size()).forEach(line -> add(" ".repeat(label.length()) + line));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static List<String> broken(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        String rest = paragraph.strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > 0 ? space : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }
}
